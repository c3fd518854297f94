import type { Finding } from './finding.ts';
import { isRandom } from './randomness.ts';

/** Keys and tokens that say by their form what they are. */
const FORMS = [
  // JSON Web Tokens.
  /eyJ[\w-]{6,}\.[\w-]{4,}(?:\.[\w-]*){0,3}/g,
  // OpenAI, Anthropic, Stripe and others; GitHub, GitLab, Slack, Google, npm, PyPI, Hugging Face, SendGrid, Shopify …
  /(?<![A-Za-z\d])(?:sk|pk|rk|ak|gsk|xai|pplx|r8|hf|whsec|dop_v1|shp(?:at|ss|ca)|npm|pypi|glpat|gldt|glrt|tk|lin_api|ntn|secret|dapi|rubygems|desk|key|tok|sq0[a-z]{3}|NRAK|NRII|tfp|sntry[su]|phc|phx|dckr_pat|pscale_tkn|glsa|glc|figd|sbp|pat-(?:na|eu)\d)[-_][\w-]{12,}/g,
  /(?<![A-Za-z\d])(?:sk|pk|rk)[-_](?:live|test|proj|ant|or)[\w-]{6,}/g,
  /(?<![A-Za-z\d])[a-z\d]{2,10}_(?:live|test|prod|sandbox)_(?=[A-Za-z]*\d)[A-Za-z\d]{12,}/g,
  /(?<![A-Za-z\d])(?:gh[pousr]_[A-Za-z\d]{10,}|github_pat_\w{10,})/g,
  /(?<![A-Za-z\d])(?:AKIA|ASIA|ABIA|ACCA|AROA|AIDA)[A-Z\d]{12,}(?![A-Za-z\d])/g,
  /(?<![A-Za-z\d])AIza[\w-]{20,}/g,
  /(?<![A-Za-z\d])xox[a-z]-[\w-]{8,}/g,
  /(?<![A-Za-z\d])SG\.[\w-]{10,}\.[\w-]{10,}/g,
  /(?<![A-Za-z\d])ya29\.[\w-]{10,}/g,
  /(?<![A-Za-z\d])AC[\da-f]{32}(?![\da-f])/g,
  /(?<![A-Za-z\d])\d{8,10}:AA[\w-]{30,}/g,
  // Keys of products.
  /(?<![A-Za-z\d-])(?=[A-Z-]{0,40}\d)(?=[\d-]{0,40}[A-Z])[A-Z\d]{5}(?:-[A-Z\d]{5}){3,6}(?![A-Za-z\d-])/g,
  // Parts of addresses that let whoever has them in.
  /(?<=hooks\.slack\.com\/(?:services|workflows)\/)[\w/]{10,}/g,
  /(?<=discord(?:app)?\.com\/api\/webhooks\/)[\w/-]{10,}/g,
  /(?<=[?&](?:sig|signature|x-(?:amz|goog)-(?:signature|credential))=)[^\s&"'<>]{6,}/gi,
];

const PRIVATE_KEY = /-{4,5} ?BEGIN [A-Z\d ]{0,40}-{4,5}/g;
const CREDENTIALS_IN_ADDRESS = /(?<=(?<![a-z\d+.-])[a-z][a-z\d+.-]{1,20}:\/\/)[^\s/?#<>"']{1,300}(?=@)/gi;
const AUTHORIZATION = /(?<=(?<![\p{L}\d])(?:bearer|basic|token|apikey|digest)[ :]{1,3})[\w+/=.~-]{8,}/giu;
const HEADER =
  /(?<=(?<![\p{L}\d])(?:proxy-)?authorization["']? ?[:=] ?["']?)(?!(?:bearer|basic|token|digest|apikey) )[^\s"']{4,}/giu;
const COOKIE = /(?<=(?<![\p{L}\d])(?:set-)?cookie ?: ?)[^\s=;]{1,60}=[^\n]{1,2000}/giu;

/** What secrets are called. */
const NAMES =
  'pass(?:word|wd|phrase|code|wort|e)?s?|pwd|psw|pw|kennwort|passwort|losung|zugangscode|parole?|contrase(?:ñ|n)a|clave|senha|palavra-passe|mot de passe|mdp|wachtwoord|has(?:ł|l)o|salasana(?:ni|si|mme|nne)?|lösenord|adgangskode|passord|heslo|jelszó|parol[aăe]?|[şs]ifre(?:m|miz|n|niz|si)?|пароль|пароля|пароли|секрет|ключ|密码|密碼|口令|パスワード|暗証番号|비밀번호|암호|كلمة (?:ال)?(?:مرور|سر)|סיסמה|סיסמא|पासवर्ड|รหัสผ่าน|mật khẩu|secrets?|tokens?|api[-_ ]?keys?|access[-_ ]?keys?(?:[-_ ]?id)?|secret[-_ ]?(?:access[-_ ]?)?keys?|private[-_ ]?keys?|auth[-_ ]?keys?|signing[-_ ]?keys?|encryption[-_ ]?keys?|license[-_ ]?keys?|client[-_ ]?secrets?|credentials?|zugangsdaten|otp|totp|2fa(?:[-_ ]?code)?|mfa(?:[-_ ]?code)?|security[-_ ]?code|verification[-_ ]?code|cvv2?|cvc2?|pin|pin-?code|puk|tan|passkey|sessionid|session[-_ ]?id|connection ?string|(?:wi-?fi|wlan|wpa2?|network|recovery|activation|product|master|ssh)[- ]?(?:key|schlüssel)|(?:recovery|backup|activation)[- ]?codes?|api-schlüssel|schlüssel|jeton|clé(?: api)?|clave api';
const NAMED = `(?<![\\p{L}\\d])(?:[\\w.-]{0,40}[-_.])?(?:[a-z]{0,20}(?=[A-Z]))?(?:${NAMES})(?:[-_]?\\d{0,2})["'\`\\]*]{0,3}(?: \\([^()\\n]{0,30}\\))?`;
const SIGN = `(?: ?(?:=>|:=|[:=]|->|→) ?|(?<=<[^<>\\n]{0,60})>)`;
const ASSIGNED = new RegExp(NAMED + SIGN, 'giu');
const WHAT_FOR = `(?: (?:for|für|pour|para|per|voor) (?:\\S{1,40} )?\\S{1,40}?)`;
const IS = `(?: (?:is|was|ist|lautet|est|es|é|è|on|to|är|er|je|jest))`;
/** With words between, after which a sentence may go on as well. */
const ASSIGNED_IN_WORDS = new RegExp(`${NAMED}(?:${WHAT_FOR}${IS}?|${IS})${SIGN}`, 'giu');
/** camelCase: `dbPassword`, `apiKey`. */
const ASSIGNED_IN_PROGRAM =
  /(?<![A-Za-z\d])[A-Za-z]{1,20}(?:Password|Passwd|Secret|Token|ApiKey|AccessKey|PrivateKey|Key)["'`]{0,1} ?[:=] ?/g;
const SAID = new RegExp(
  `(?<![\\p{L}\\d])(?:${NAMES})(?:["'])?(?: \\([^()\\n]{0,30}\\))?(?: (?:for|of|für|von|vom|de|del|du|per|para|to|för|til|voor|для|от) \\S{1,40}){0,2} (?:is|was|ist|war|lautet|heißt|est|es|era|é|è|on|jest|to|är|er|это|je|是|は|wurde|:|=|-)(?: (?:now|still|jetzt|noch|set to|also))? `,
  'giu',
);
/** Without a word between; and with one line between, as forms are filled in. */
const BESIDE = new RegExp(`(?<![\\p{L}\\d])(?:${NAMES})(?:(?: ?:)?(?: ?\\n){1,2} ?| )`, 'giu');
/** In scripts that write no spaces between words. */
const BESIDE_SPACELESS =
  /(?:密码|密碼|口令|パスワード|暗証番号|비밀번호|암호|รหัสผ่าน)(?:是|为|為|は|を|が|の|은|는|이|가|를|คือ)? ?(?=[!-~])(?![:=])/gu;
const OPTION = new RegExp(`(?<=(?:^|\\s)--?(?:[\\w-]{0,30}-)?(?:${NAMES}) )`, 'giu');
const SPOKEN_CODE =
  /(?<=(?<![\p{L}\d])(?:pin|puk|tan|otp|cvv|cvc|passcode|code pin|(?:pin|tan|2fa|mfa|sms|otp|cvv|cvc|login|access|security|verification|confirmation|authentication|one-time|backup|recovery)[- ]?code|pincode|(?:bestätigungs|sicherheits|zugangs|einmal|sms-)code|code de (?:sécurité|vérification|confirmation)|código de (?:seguridad|verificación|confirmación)|(?:my|your|mein|dein|ihr|mon|ton|votre|mi|tu|su) (?:code|código) (?:is|ist|est|es))(?: (?:is|was|ist|war|lautet|est|es|code|number|nummer))?:? )(?:\d{4,8}|(?<=(?:cvv|cvc|pin)\D{0,12})\d{3})(?!\d|[.,]\d)/giu;
/** On the command line, where the secret has no name: `curl -u name:secret`, `mysql -psecret`, `sshpass -p secret`. */
const COMMAND_LINE =
  /(?<=\bcurl\b[^\n]{0,100} (?:-u|--user) ?["']?)[^\s"']{1,100}:[^\s"']+|(?<=\bmysql(?:dump|admin|import|check|sh)?(?: --?\w\S{0,40}(?: [^\s-]\S{0,40})?){0,4} -p)(?!\s)\S{3,}|(?<=\bsshpass -p ?["']?)[^\s"']+/gi;

const CANDIDATE = /[A-Za-z\d][A-Za-z\d+/=_.~-]{18,}[A-Za-z\d=]/g;

/** Keys, tokens, passwords: by their form, by what stands before them, or because they are drawn at random. */
export function findSecrets(text: string): Finding[] {
  return [
    ...privateKeys(text),
    ...matches(text, [...FORMS, CREDENTIALS_IN_ADDRESS, AUTHORIZATION, HEADER, COOKIE, SPOKEN_CODE, COMMAND_LINE]),
    ...assigned(text),
    ...randomWords(text),
  ];
}

function secret(text: string, start: number, end: number): Finding {
  return { kind: 'SECRET', start, end, identity: text.slice(start, end) };
}

function matches(text: string, patterns: readonly RegExp[]): Finding[] {
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: found, index }) => secret(text, index, index + found.length)),
  );
}

/** From the line that begins one to the line that ends it, or to the end of the text: what is cut off is secret too. */
function privateKeys(text: string): Finding[] {
  const found: Finding[] = [];
  for (const { index } of text.matchAll(PRIVATE_KEY)) {
    if (index < (found.at(-1)?.end ?? 0)) continue;
    const ending = text.slice(index + 5).search(/-{4,5} ?END /);
    const line = ending < 0 ? null : /^-{4,5} ?END [A-Z\d ]{0,40}-{0,5}/.exec(text.slice(index + 5 + ending))?.[0];
    found.push(
      secret(text, index, line === null || line === undefined ? text.length : index + 5 + ending + line.length),
    );
  }
  return found;
}

function assigned(text: string): Finding[] {
  const after = [ASSIGNED, ASSIGNED_IN_PROGRAM].flatMap((pattern) => places(text, pattern));
  const afterWords = places(text, ASSIGNED_IN_WORDS);
  const options = places(text, OPTION);
  const said = places(text, SAID);
  return [
    ...[...after, ...options].flatMap((place) => valueAt(text, place, () => true)),
    ...afterWords.flatMap((place) => valueAt(text, place, (value, isQuoted) => isQuoted || !SAYS_OF_IT.test(value))),
    ...[...after, ...afterWords].flatMap((place) => phraseAt(text, place)),
    ...said.flatMap((place) => valueAt(text, place, looksChosen)),
    ...places(text, BESIDE).flatMap((place) =>
      valueAt(text, place, (value, isQuoted) => looksMixed(value) || (isQuoted && !SAYS_OF_IT.test(value))),
    ),
    ...places(text, BESIDE_SPACELESS).flatMap((place) => valueAt(text, place, (value) => value.length >= 4, /^[!-~]+/)),
  ];
}

/** Words that a passphrase does not begin with, and what is said of one does. */
const SAYS_OF_IT =
  /^(?:is|was|are|were|does|did|do|has|have|had|can|cannot|could|will|would|should|must|not|no|none|never|please|i|we|you|he|she|they|it|its|the|this|that|there|a|an|see|need|needs|wanted|forgot|forgotten|lost|locked|blocked|expired|reset|change|changed|changing|set|setting|update|work|works|working|problem|problems|issue|issues|link|policy|wrong|incorrect|invalid|unknown|same|as|to|for|how|why|what|when|where|if|bearer|basic|digest|ist|war|gesperrt|abgelaufen|vergessen|falsch|oublié|nicht|kein|keine|bitte|ich|wir|der|die|das|est|ne|pas|je|nous|le|la|les|es|no|por)(?![\p{L}\d])|^\p{L}+['’]\p{L}/iu;

/**
 * A passphrase of two to eight words: alone behind its name on a line that begins with that, as forms are filled in, and no
 * sentence about it.
 */
function phraseAt(text: string, place: number): Finding[] {
  const lineStart = text.lastIndexOf('\n', place - 1) + 1;
  const label = text.slice(lineStart, place);
  if (label.length > 60 || !/^[\s>*•-]{0,8}(?:\S+ ){0,2}\S+ ?[:=] ?$/u.test(label)) return [];
  const line = /^[^\n]{0,200}/.exec(text.slice(place))?.[0].trimEnd() ?? '';
  const isPhrase = /^[\p{L}\p{N}][^\s,;:.?!()<>"“”]{0,40}(?: [\p{L}\p{N}][^\s,;:.?!()<>"“”]{0,40}){1,7}[.!]?$/u.test(
    line,
  );
  return isPhrase && !SAYS_OF_IT.test(line) ? [secret(text, place, place + line.length)] : [];
}

function places(text: string, pattern: RegExp): number[] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => index + found.length);
}

/** In a sentence a value counts only when it is no plain word of it. */
function looksChosen(value: string, isQuoted: boolean): boolean {
  return isQuoted || (value.length >= 4 && /[\d!$%&*+=?@^_~#]/.test(value));
}

/** Where not even a verb stands between, letters must be mixed with others, as in no plain word. */
function looksMixed(value: string): boolean {
  return value.length >= 6 && /\p{L}/u.test(value) && /[\d!$%&*+=?@^_~#]/.test(value.slice(1)) && !value.includes('/');
}

function valueAt(
  text: string,
  place: number,
  isValue: (value: string, isQuoted: boolean) => boolean,
  form = /^[^\s"<>，。；、]+/,
): Finding[] {
  const ahead = text.slice(place, place + 500);
  const quoted = /^["'`“”„«‘’]([^"'`“”«»‘’\n]{1,300})["'`“”»‘’]/.exec(ahead);
  if (quoted?.[1] !== undefined) {
    return isValue(quoted[1], true) ? [secret(text, place + 1, place + 1 + quoted[1].length)] : [];
  }
  const isInAddress = /[?&;][^\s?&;]{1,60}=$/.test(text.slice(Math.max(0, place - 64), place));
  const isInMarkup = text[place - 1] === '>';
  const run = (isInAddress ? /^[^\s&"'<>]+/ : isInMarkup ? /^[^<\n]+/ : form).exec(ahead)?.[0] ?? '';
  const value = run.replace(/[.,;:!?)\]}'"`]+$/, '');
  // Stars and dots hide it already, and brackets stand for a value that is not told.
  if (value === '' || /^(?:[*•.…_-]+|x{3,})$/i.test(value) || /^[<[{(]/.test(value) || !isValue(value, false))
    return [];
  return [secret(text, place, place + value.length)];
}

function randomWords(text: string): Finding[] {
  return [...text.matchAll(CANDIDATE)].flatMap(({ 0: word, index }) =>
    wordsWithin(word).flatMap(({ part, at }) =>
      isRandom(part) ? [secret(text, index + at, index + at + part.length)] : [],
    ),
  );
}

/** A word as a whole where it may be one key, else the parts of its path or its assignment. */
function wordsWithin(word: string): { readonly part: string; readonly at: number }[] {
  return [...word.matchAll(/[^=]+={0,2}/g)].flatMap(({ 0: piece, index }) => {
    const key = /^[A-Za-z\d+/_-]+/.exec(piece)?.[0] ?? '';
    if (key.length >= piece.length - 2 && isRandom(key)) return [{ part: key, at: index }];
    return [...piece.matchAll(/[^/=.~]+/g)].map(({ 0: part, index: at }) => ({ part, at: index + at }));
  });
}
