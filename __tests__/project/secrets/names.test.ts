import { describe, expect, test } from '@jest/globals';
import { isDeclaredSecret, isSecretName, wordsOf } from '../../../src/project/secrets/names.ts';

/**
 * Fields that Descope's Terraform provider declares as sensitive: by its names, and by those of the
 * API.
 */
const DECLARED = `
  access_key access_key_id access_token api_key api_secret api_token auth_token aws_access_key_id aws_secret_access_key
  bearer_token bind_password ca_certificate cleartext client_certificate client_key client_secret hec_token hmac_secret
  http_source_url ingestion_key integration_key native_client_secret passphrase password pem_certificate private_key
  refresh_token rfc9421_private_key secret secret_access_key secret_api_key secret_key server_api_token service_account
  service_account_json service_account_key service_account_secret service_role_api_key session_token signing_secret token
  user_secret write_key
  accessKey accessKeyId accessToken apiKey apiSecret apiToken authToken awsAccessKeyId awsSecretAccessKey bearerToken
  bindPassword caCert clientCert clientKey clientSecret hecToken hmacSecret httpSourceUrl ingestionKey integrationKey
  nativeClientSecret pemCert privateKey refreshToken rfc9421PrivateKey saSecret secretAccessKey secretApiKey secretKey
  serverAPIToken serviceAccount serviceAccountJSON serviceAccountKey sessionToken signingSecret supabaseServiceRoleKey
  userSecret writeKey
`;

/** Fields that it declares as ordinary ones. */
const ORDINARY = `
  JITUpdatesDisabled accountId accountSid accountUid acsAllowedCallbacks acsUrl addJti appUrl apple appleKeyGenerator
  assessmentScore attributeMapping audience audienceWhitelist auditFilters authMethod authSchema authStyle authType authUrl
  authorizationCodeDisabled awsAuthType awsEndpoint awsExternalId awsRoleArn baseUrl basic bindDn bodyPlainText boundUserId
  bucket callbackDomain cardId certificate claims clientBaseUrl clientCredentialsDisabled clientId clientType collectionId
  cookiePolicy customClaimsMapping customDomain customerId databaseName defaultRelayState defaultSignatureAlgorithm
  descopeKey deviceCodeDisabled disallowedCharacters editPermissions emailTemplates embeddedlink entityId errorRedirectUrl
  expirationTime externalId externalKey federatedAppId filterType flowId forceAddAllAuthorizationInfo forceAuthentication
  forcePkce groupsMapping hecUrl host id index issuer jwksUrl jwtBearerDisabled jwtTemplates key keyId
  keySessionTokenExpiration keyTemplateId keyTemplates keyTenants lockAttempts loginPageUrl logsPrefix magiclink
  manageProviderTokens messageStreamId messagingServiceSid metadataUrl minLength name nativeAppleKeyGenerator nativeBlobKeyName
  nativeClientId nonAlphanumeric nonConfidentialClient operator originationNumber permissionsScopes
  postUrl private projectId projectToken publicApiKey publicKey redirectUrl refreshTokenDisabled refreshTokenExpiration
  rejectUnauthorized relyingPartyId replyUrl reuseAmount rfc9421Components rfc9421KeyId rfc9421SignatureTTL
  rfc9421SigningEnabled roleArn rotateJwt saUsername scopes senderId serverUrl sessionTokenCookieDomain
  sessionTokenCookiePolicy sessionTokenExpiration siteId siteKey source stepupTokenExpiration subject supabaseUrl tagRoles
  teamId tempLockDuration templateId testUserFixedAuthVerifierRegex testUserRegex tokenUrl trustedDeviceTokenExpiration
  useClientAssertion useMTLS userDataUrl userIdentifier username values verifyBaseUrl verifyServiceSid version viewPermissions
`;

const words = (text: string): string[] => text.trim().split(/\s+/);

describe('isSecretName', () => {
  test.each(words(DECLARED))('%s is declared a secret', (name) => {
    expect(isSecretName(name)).toBe(true);
  });

  test.each(words(ORDINARY))('%s is declared an ordinary field', (name) => {
    expect(isSecretName(name)).toBe(false);
  });

  test.each([
    ...['X-Vault-Token', 'Ocp-Apim-Subscription-Key', 'DD-API-KEY', 'x-functions-key', 'API Key'],
    ...[
      'licenseKey',
      'consumer_key',
      'accountKey',
      'signerKey',
      'routingKey',
      'apiKeys',
      'signing-keys',
    ],
    ...[
      'dbPass',
      'smtpPwd',
      'db_passwd',
      'adminPassword',
      'password2',
      'SECRET',
      'clientsecret',
      'authtoken',
    ],
    ...[
      'privateKeyPem',
      'privateKeyBase64',
      'credentialsJson',
      'passwordHash',
      'tokenValue',
      'secretText',
    ],
    ...['credentials', 'secrets', 'gh_pat', 'sessionCookie', 'proxy-authorization', 'webhookUrl'],
    'testUserFixedAuthToken',
  ])('%s is one', (name) => {
    expect(isSecretName(name)).toBe(true);
  });

  test.each([
    ...[
      'tokenUrl',
      'tokenEndpoint',
      'secretsUrl',
      'passwordPolicy',
      'passwordSettings',
      'secretId',
      'secretName',
    ],
    ...[
      'tokens',
      'keys',
      'key',
      'monkey',
      'translationKey',
      'primary_key',
      'jwks',
      'tokenResponseMethod',
      '',
    ],
    ...[
      'passwordStrengthScore',
      'enablePasswordStrength',
      'tokenType',
      'keyTenants',
      'bypass',
      'compass',
      '7',
    ],
  ])('%s is none', (name) => {
    expect(isSecretName(name)).toBe(false);
  });
});

test('words are told apart in every way of writing', () => {
  expect(wordsOf('rfc9421PrivateKey')).toEqual(['rfc', '9421', 'private', 'key']);
  expect(wordsOf('serverAPIToken')).toEqual(['server', 'api', 'token']);
  expect(wordsOf('X-RapidAPI-Key')).toEqual(['x', 'rapid', 'api', 'key']);
  expect(wordsOf('größeToken')).toEqual(['größe', 'token']);
});

test('an import leaves alone what Descope declares, and not what only some connectors declare', () => {
  expect(['clientSecret', 'api_key', 'httpSourceUrl'].map(isDeclaredSecret)).toEqual([
    true,
    true,
    true,
  ]);
  expect(['accessKeyId', 'value', 'licenseKey', 'X-Api-Key2'].map(isDeclaredSecret)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
