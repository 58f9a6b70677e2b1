package io.deskhand.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.deskhand.model.Role;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.LoginRequest;
import io.deskhand.protocol.RefreshRequest;
import io.deskhand.protocol.Routes;
import io.deskhand.protocol.Tokens;
import java.time.Duration;
import java.util.Date;
import org.junit.jupiter.api.Test;

class SignInTest extends ServerTest {
  @Test
  void whoSignsInLearnsWhoTheyAre() {
    Tokens tokens = nobody.tokens("MAX@demo.desk ");
    assertThat(tokens.me().id()).isEqualTo(TestDesk.MAX.id());
    assertThat(tokens.me().role()).isEqualTo(Role.AGENT);
    assertThat(tokens.me().departmentId()).isEqualTo(TestDesk.SUPPORT.id());
    assertThat(tokens.expiresIn()).isEqualTo(600);
    Tokens customer = nobody.tokens("cora@demo.desk");
    assertThat(customer.me().id()).isEqualTo(TestDesk.CORA.id());
    assertThat(customer.me().role()).isEqualTo(Role.CUSTOMER);
  }

  @Test
  void aWrongPasswordAndAnUnknownEmailGetTheSameAnswer() {
    var wrong = login("ines@demo.desk", "wrong").problem(ErrorCode.INVALID_CREDENTIALS);
    var unknown = login("nobody@demo.desk", "demo").problem(ErrorCode.INVALID_CREDENTIALS);
    assertThat(wrong.detail()).isEqualTo(unknown.detail());
    // A customer without a login is nobody either.
    login("cina@demo.desk", "demo").problem(ErrorCode.INVALID_CREDENTIALS);
    assertThat(login(null, null).error("password")).isEqualTo("is missing");
  }

  @Test
  void guessingIsSlowedDownPerAccountAndOnlyForThatOne() {
    for (int i = 0; i < 10; i++) {
      login("omar@demo.desk", "guess" + i).problem(ErrorCode.INVALID_CREDENTIALS);
    }
    Client.Answer limited = login("omar@demo.desk", TestDesk.PASSWORD);
    limited.problem(ErrorCode.RATE_LIMITED);
    long seconds = Long.parseLong(limited.header("Retry-After"));
    assertThat(seconds).isBetween(1L, 30L);
    nobody.tokens("bea@demo.desk");

    // Whoever goes on guessing waits longer each time.
    clock.advance(Duration.ofSeconds(seconds));
    login("omar@demo.desk", "guess").problem(ErrorCode.INVALID_CREDENTIALS);
    Client.Answer longer = login("omar@demo.desk", TestDesk.PASSWORD);
    longer.problem(ErrorCode.RATE_LIMITED);
    assertThat(Long.parseLong(longer.header("Retry-After"))).isBetween(31L, 60L);

    clock.advance(Duration.ofSeconds(60));
    nobody.tokens("omar@demo.desk");
  }

  @Test
  void anAccessTokenEndsAfterTenMinutes() {
    Client bea = nobody.signIn("bea@demo.desk");
    clock.advance(Duration.ofSeconds(599));
    assertThat(bea.get(Routes.AGENTS).status()).isEqualTo(200);
    clock.advance(Duration.ofSeconds(1));
    bea.get(Routes.AGENTS).problem(ErrorCode.TOKEN_EXPIRED);
  }

  @Test
  void aRefreshTokenIsGoodOnceAndGivesNewOnes() {
    Tokens first = nobody.tokens("bea@demo.desk");
    clock.advance(Duration.ofMinutes(11));
    Tokens second = refresh(first).ok(Tokens.class);
    assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken());
    assertThat(nobody.bearer(second.accessToken()).get(Routes.AGENTS).status()).isEqualTo(200);
  }

  @Test
  void aRefreshTokenThatComesBackEndsTheWholeFamilyAndNoOther() {
    Tokens other = nobody.tokens("bea@demo.desk");
    Tokens first = nobody.tokens("bea@demo.desk");
    Tokens second = refresh(first).ok(Tokens.class);
    refresh(first).problem(ErrorCode.UNAUTHENTICATED);
    refresh(second).problem(ErrorCode.UNAUTHENTICATED);
    nobody.bearer(second.accessToken()).get(Routes.AGENTS).problem(ErrorCode.UNAUTHENTICATED);
    refresh(other).ok(Tokens.class);
  }

  @Test
  void anotherRequestThanTheOneWhoseAnswerWasLostIsATheft() {
    Tokens first = nobody.tokens("bea@demo.desk");
    Tokens second = refresh(first, "one").ok(Tokens.class);
    refresh(first, "another").problem(ErrorCode.UNAUTHENTICATED);
    refresh(second).problem(ErrorCode.UNAUTHENTICATED);
  }

  @Test
  void anAnswerThatWasLostMayNotBeAskedForForEver() {
    Tokens first = nobody.tokens("bea@demo.desk");
    refresh(first, "one").ok(Tokens.class);
    clock.advance(Duration.ofMinutes(10));
    refresh(first, "one").problem(ErrorCode.UNAUTHENTICATED);
  }

  @Test
  void anAnswerThatWasLostMayBeAskedForAgainForTenMinutes() {
    Tokens first = nobody.tokens("bea@demo.desk");
    refresh(first, "one").ok(Tokens.class);
    clock.advance(Duration.ofMinutes(10).minusSeconds(1));
    Tokens again = refresh(first, "one").ok(Tokens.class);
    clock.advance(Duration.ofMinutes(11));
    Tokens next = refresh(again).ok(Tokens.class);
    assertThat(nobody.bearer(next.accessToken()).get(Routes.AGENTS).status()).isEqualTo(200);
  }

  @Test
  void aTokenThatComesBackWhenItsSuccessorIsInUseEndsTheFamilyAtOnce() {
    Tokens first = nobody.tokens("bea@demo.desk");
    Tokens second = refresh(first, "one").ok(Tokens.class);
    Tokens third = refresh(second).ok(Tokens.class);
    refresh(first, "one").problem(ErrorCode.UNAUTHENTICATED);
    refresh(third).problem(ErrorCode.UNAUTHENTICATED);
    nobody.bearer(third.accessToken()).get(Routes.AGENTS).problem(ErrorCode.UNAUTHENTICATED);
  }

  /** As a console sends it that was killed and started anew: the first copy may come last. */
  @Test
  void aCopyOfARenewalThatComesLateTakesNothingAway() {
    Tokens first = nobody.tokens("bea@demo.desk");
    Tokens answered = refresh(first, "one").ok(Tokens.class);
    Tokens late = refresh(first, "one").ok(Tokens.class);
    assertThat(late.refreshToken()).isEqualTo(answered.refreshToken());
    Tokens next = refresh(answered, "two").ok(Tokens.class);
    refresh(next, "three").ok(Tokens.class);
  }

  @Test
  void afterSigningOutTheRefreshTokenIsWorthNothing() {
    Tokens tokens = nobody.tokens("bea@demo.desk");
    assertThat(nobody.post(Routes.LOGOUT, new RefreshRequest(tokens.refreshToken())).status())
        .isEqualTo(204);
    refresh(tokens).problem(ErrorCode.UNAUTHENTICATED);
  }

  @Test
  void aRefreshTokenEndsOneDay() {
    Tokens tokens = nobody.tokens("bea@demo.desk");
    clock.advance(Duration.ofDays(61));
    refresh(tokens).problem(ErrorCode.UNAUTHENTICATED);
  }

  @Test
  void aTokenThatIsNotOursIsRefused() throws Exception {
    JWTClaimsSet claims = claims();
    SignedJWT wrongKey = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
    wrongKey.sign(new MACSigner(new byte[32]));
    String mine = nobody.tokens("bea@demo.desk").accessToken();
    String payload = mine.split("\\.")[1];
    String tampered = mine.replace(payload, payload.substring(1) + "A");

    nobody.get(Routes.AGENTS).problem(ErrorCode.UNAUTHENTICATED);
    for (String token :
        new String[] {
          "nonsense",
          "",
          "a.b.c",
          new PlainJWT(claims).serialize(),
          wrongKey.serialize(),
          tampered,
          mine.substring(0, mine.lastIndexOf('.') + 1),
          nobody.tokens("bea@demo.desk").refreshToken()
        }) {
      nobody.bearer(token).get(Routes.AGENTS).problem(ErrorCode.UNAUTHENTICATED);
    }
  }

  private JWTClaimsSet claims() {
    return new JWTClaimsSet.Builder()
        .issuer("deskhand")
        .subject(TestDesk.ADA.id().toString())
        .expirationTime(Date.from(clock.instant().plusSeconds(300)))
        .build();
  }

  private Client.Answer login(String email, String password) {
    return nobody.post(Routes.LOGIN, new LoginRequest(email, password));
  }

  private Client.Answer refresh(Tokens tokens) {
    return refresh(nobody, tokens);
  }

  private Client.Answer refresh(Tokens tokens, String key) {
    return refresh(nobody.with(Routes.IDEMPOTENCY_KEY, key), tokens);
  }

  private static Client.Answer refresh(Client client, Tokens tokens) {
    return client.post(Routes.REFRESH, new RefreshRequest(tokens.refreshToken()));
  }
}
