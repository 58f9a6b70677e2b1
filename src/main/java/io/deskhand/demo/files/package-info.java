/** The files that customers of the demo desk have sent, made when the desk is. */
package io.deskhand.demo.files;
