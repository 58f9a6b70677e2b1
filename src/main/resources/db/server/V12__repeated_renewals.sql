-- What a refresh token was exchanged with: only the same request may come again.
ALTER TABLE refresh_tokens ADD COLUMN used_with VARCHAR(64);
