import type { DemoScenario } from '../demo-scenario.ts';

export const ACCOUNT_SCENARIOS: readonly DemoScenario[] = [
  {
    titles: [
      'Someone else is signed in to our owner account',
      'Unknown sign-ins to the account of {colleague}',
      'Owner account taken over?',
    ],
    priority: 'critical',
    description: `
      The sign-in history of {colleague} (owner) shows sessions from {ip} at {time}. {colleagueFirst} was [on a plane
      at that moment|asleep at that moment] and knows nobody there. Two new admin users have appeared that none of us
      created: [“backup-admin” and “svc”|“it-support2” and “sync”].

      Please lock these two and end all sessions of the workspace at once. We have changed {colleagueFirst}'s password
      but the foreign session is still listed as active. Reach me at any hour at {email}.`,
  },
  {
    titles: ['New phone, authenticator codes are rejected', 'Locked out after changing my phone'],
    priority: 'high',
    description: `
      I moved to a new phone yesterday and every six-digit code is rejected with “The code is not valid”. [The clock
      is set automatically on both devices.|The old phone is already wiped.] I never saved the recovery codes, my
      mistake.

      I am the only admin here, so nobody can reset it for me, and [wages for our drivers are calculated from the tour
      report on {deadline}|a new planner starts on {deadline} and needs an account].`,
  },
  {
    titles: ['Single sign-on loops after our certificate was renewed', 'Nobody gets in: SAML certificate expired'],
    priority: 'high',
    description: `
      Our SAML certificate expired last night. We uploaded the new one in Settings, Security at {time} but [sign-in
      still jumps back and forth between our identity provider and you until the browser gives up|everyone lands on
      “Signature of the response could not be verified”].

      About {seats} people are affected. I am still in with the emergency password, so I can try things out with you.
      The response carries the new fingerprint, I checked it in the browser tools:

      |StatusCode: urn:oasis:names:tc:SAML:2.0:status:Success
      |Issuer:     https://login.{domain}/saml
      |Request:    {request}`,
  },
  {
    titles: ['Former employee can still sign in', 'Please end all sessions of a user who was let go'],
    priority: 'high',
    description: `
      We deactivated a user on {yesterday} after [a difficult parting|a dismissal]. Today the audit log shows that
      this person exported the customer list at {time}. [We think the mobile app was still signed in.|Deactivating
      does not seem to end the sessions that are already open.]

      Please end them now and tell us what was downloaded. Our data protection officer has to decide by {deadline}
      whether we must report it.`,
  },
  {
    titles: ['Password reset e-mail never arrives', 'No reset mail for {colleagueEmail}'],
    priority: 'high',
    description: `
      {colleague} requested a new password five times since {time}, no mail. [Not in spam, not in quarantine, our mail
      server has no trace of it.|Other mails from you, invoices for example, do arrive.] After the fifth attempt the
      page says “Too many attempts, try again in 24 hours”.

      {colleagueFirst} does the month-end in your system and cannot wait for 24 hours. Can you send a link by hand?`,
  },
  {
    titles: ['API token was committed to a public repository', 'Leaked API token, need a list of its calls'],
    priority: 'high',
    description: `
      One of our developers pushed an API token to a public repository on {yesterday}. We removed the commit and
      revoked the token at {time}; its name was “erp-{small}”.

      Please send us every call that was made with it in the last 48 hours. [Ours come from {ip} only, anything else
      was not us.|Anything that is not GET /orders was not us.]`,
  },
  {
    titles: ['Owner is on leave and nobody can add users', 'Need admin rights, the owner is unreachable'],
    priority: 'high',
    description: `
      Our workspace has one owner, who is on sick leave and cannot be reached. [Six seasonal workers start on
      {deadline}|A new night shift starts on {deadline}] and nobody can create accounts for them.

      I am the managing director and can prove that with an extract from the register of companies. Which papers do
      you need to make me an admin?`,
  },
  {
    titles: ['Too many sign-in attempts, whole depot locked', 'Shared address of our depot is blocked'],
    priority: 'high',
    description: `
      One driver mistyped his password a few times and now [everybody in the depot in {city}|the whole site in {city}]
      gets “Too many attempts from this address”. We all leave through one address, {ip}.

      {small} tours should have left already. Please lift the block and tell us how to avoid it; a limit per user
      would be more sensible than one per address.`,
  },
  {
    titles: ['Transfer ownership to our new finance lead', 'New owner for the workspace of {company}'],
    priority: 'medium',
    description: `
      The owner of our workspace has left the company. {colleague} should be the owner from now on ({colleagueEmail},
      already an admin). [The button “Transfer ownership” asks for the old owner's password, which we do not have.|The
      old owner's mailbox is closed, so the confirmation link goes nowhere.]

      What do you need from us?`,
  },
  {
    titles: ['Colleagues with a .coop address can’t be invited', 'Invitation form rejects valid e-mail addresses'],
    priority: 'medium',
    description: `
      The invitation form says the e-mail address is invalid for [every address that ends in .coop|addresses with a
      plus sign such as planning+{small}@{domain}]. They are real addresses, mail to them arrives.

      {small} people of a partner company wait for their invitation. Importing them by CSV fails in the same way.`,
  },
  {
    titles: ['Invitation link has expired before it arrived', '“This invitation is no longer valid”'],
    priority: 'medium',
    description: `
      We invited {colleague} on {weekday}. The mail came hours later and the link says “This invitation is no longer
      valid”. Inviting again gives [“This person is already a member”|the same old link], so we are stuck.

      Please delete the half-made user so that we can start again.`,
  },
  {
    titles: ['A role that may read and export, but not change', 'Read-only access for our tax adviser'],
    priority: 'medium',
    description: `
      Our tax adviser needs to see orders and export reports. With the role Viewer the export buttons are missing;
      with Editor [she could delete orders|everything can be changed], which our compliance does not allow.

      Is there something in between on the {plan} plan?`,
  },
  {
    titles: ['Request for all personal data you hold about me', 'Data subject access request, reply due {renewal}'],
    priority: 'medium',
    description: `
      A customer of ours has asked, under Article 15 GDPR, for all personal data that is stored about him. [Orders and
      addresses we can export ourselves, but not the delivery photos, the signatures and the SMS log.|The export in
      the customer file holds orders only.]

      How do we get the rest? We have to answer by {renewal}. I will send the name and customer number through a safer
      channel than a ticket.`,
  },
  {
    titles: ['Change the domain of {seats} users at once', 'Our company has a new e-mail domain'],
    priority: 'medium',
    description: `
      After the change of name all our addresses end in @{domain}. The old domain stops receiving mail on {renewal}.

      Can you change the {seats} users in one go? Doing it by hand means that each of them has to confirm twice, [and
      the drivers do not read mail at work|and half of them share a device].`,
  },
  {
    titles: ['SCIM creates a second user when a name has accents', 'Duplicate users: José and Jose'],
    priority: 'medium',
    description: `
      Our directory sends names with accents, for instance [Jose\u0301 Ibáñez|Zoe\u0308 Hoekstra] in decomposed form.
      Your side seems to compare them letter by letter and creates a second account with the same address in a
      different spelling.

      |PATCH /scim/v2/Users/{threeDigits}
      |409 uniqueness: userName already exists

      We have {small} such pairs now. Which of the two should we delete, the one with the orders or the one that SCIM
      manages?`,
  },
  {
    titles: ['Merge two workspaces into one', 'Move users and orders of {city} into the main workspace'],
    priority: 'medium',
    description: `
      {company} and our branch in {city} used separate workspaces. From {renewal} on everything should be in one. We
      would like to keep the order history, [the numbers may change|if possible with the old numbers].

      Is that something you do, or do we export and import? People who exist in both should end up with one account.`,
  },
  {
    titles: ['Sign-in history older than 30 days', 'Who signed in in {lastMonth}?'],
    priority: 'medium',
    description: `
      For an internal investigation we need to know who signed in to the workspace between 1 and 15 {lastMonth}. The
      page only goes back 30 days.

      Do you keep older entries? [Our works council has agreed to the request.|Our lawyer can send the request in
      writing, if that helps.]`,
  },
  {
    titles: ["O'Brien can't be saved as a last name", 'Apostrophe in a name is turned into &#39;'],
    priority: 'medium',
    description: `
      When I enter the name O'Brien for a user it is [saved as O&#39;Brien and printed like that on delivery
      notes|refused with “contains invalid characters”]. D'Angelo and N'Diaye have the same fate.

      It is the name in her passport, so leaving out the apostrophe is no solution.`,
  },
  {
    titles: ['Signed out every ten minutes', 'Session ends while I am still typing'],
    priority: 'medium',
    description: `
      Since {weekday} I have to sign in again about every ten minutes, even in the middle of an order. What I typed is
      lost. [“Keep me signed in” is ticked.|Our session limit is set to 12 hours.] {browser}, no private window.

      {colleagueFirst} at the next desk has the same, the office in {city} does not.`,
  },
  {
    titles: ['One tablet, many pickers: how do we sign in?', 'Shared devices in the warehouse'],
    priority: 'medium',
    description: `
      {small} pickers share four tablets. Typing e-mail address and password with gloves takes longer than the pick.
      [Is there a sign-in with a PIN or a badge?|Could they use a short PIN instead?]

      A shared account is not an option for us because we need to see who packed what.`,
  },
  {
    titles: ['My name has changed', 'Change my last name everywhere'],
    priority: 'low',
    description: `
      I got married and my last name is different now. I changed it in my profile, but [old comments and delivery
      notes still show the former one|mails from the system still greet me with the old one].

      Is that on purpose? If not, please update it.`,
  },
  {
    titles: ['Profile picture is rotated by 90 degrees', 'Photo lies on its side'],
    priority: 'low',
    description: `
      Photos taken upright with my phone appear lying on the side as profile picture. [In the preview before saving it
      is still right.|Rotating it before the upload makes no difference.] {browser}.`,
  },
  {
    titles: ['How many admins can a workspace have?', 'Second admin as a holiday cover'],
    priority: 'low',
    description: `
      I am the only admin and going on holiday on {renewal}. Can {colleague} be an admin too, for that time or for
      good? [Does it cost anything on the {plan} plan?|I could not find whether there is a limit.]`,
  },
  {
    titles: ['Different language for one user', 'Driver app in Polish, office in English'],
    priority: 'low',
    description: `
      Our office works in English, but most of the drivers would prefer Polish. The language seems to be a setting of
      the whole workspace. Can it be set per user, [at least in the driver app|or does it follow the phone]?`,
  },
  {
    titles: ['Rename our workspace address', 'Typo in the address of our workspace'],
    priority: 'low',
    description: `
      When we signed up somebody misspelt our name in the workspace address. Could it be changed to something that
      matches {domain}? [Old links should keep working for a while.|We have not sent the link to any customer yet, so
      nothing would break.]`,
  },
  {
    titles: ['Unsubscribe me from the product news', 'Still getting the newsletter'],
    priority: 'low',
    description: `
      I have clicked “unsubscribe” in the product news three times, it keeps coming to {email}. Messages about
      invoices and outages I do want to receive, only not the news.`,
  },
];
