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
    answer: `
      Done at once: both users are locked, all sessions of the workspace are ended, and API tokens that were made
      since {time} are revoked. I have phoned {colleagueFirst}.

      Nothing was exported. The full list of what the foreign session did is on its way to {email}. Please turn on the
      second factor for all admins before you let people in again.`,
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
    answer: `
      Without recovery codes we have to be sure that it is you. Please answer our call to the number in your billing
      address; after that I take the second factor away, and you set it up anew.

      For {deadline} there is time enough.`,
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
    answer: `
      Both certificates were kept and the old one was asked first. I have removed it; please try once more in a
      private window.

      From now on a new certificate may be uploaded weeks before the old one ends, and both are taken.`,
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
    answer: `
      The session of the mobile app is ended. Deactivating did not end sessions that were open, which was wrong, and
      since today it does.

      What was downloaded: one list of customers, names and addresses, no prices. The extract for your data protection
      officer is in Settings, Audit log.`,
  },
  {
    titles: ['Password reset e-mail never arrives', 'No reset mail for {colleagueEmail}'],
    priority: 'high',
    description: `
      {colleague} requested a new password five times since {time}, no mail. [Not in spam, not in quarantine, our mail
      server has no trace of it.|Other mails from you, invoices for example, do arrive.] After the fifth attempt the
      page says “Too many attempts, try again in 24 hours”.

      {colleagueFirst} does the month-end in your system and cannot wait for 24 hours. Can you send a link by hand?`,
    answer: `
      The mail service had put the address on a list after a full mailbox in spring. It is off that list, and the
      block of 24 hours is lifted. {colleagueFirst} can ask for a new link now.`,
  },
  {
    titles: ['API token was committed to a public repository', 'Leaked API token, need a list of its calls'],
    priority: 'high',
    description: `
      One of our developers pushed an API token to a public repository on {yesterday}. We removed the commit and
      revoked the token at {time}; its name was “erp-{small}”.

      Please send us every call that was made with it in the last 48 hours. [Ours come from {ip} only, anything else
      was not us.|Anything that is not GET /orders was not us.]`,
    answer: `
      You find all calls of the last 48 hours in the file that I have put into Settings, Audit log: there are 214, all
      of them GET /orders from {ip}. Nobody else has used it.

      Revoking it was exactly right.`,
  },
  {
    titles: ['Owner is on leave and nobody can add users', 'Need admin rights, the owner is unreachable'],
    priority: 'high',
    description: `
      Our workspace has one owner, who is on sick leave and cannot be reached. [Six seasonal workers start on
      {deadline}|A new night shift starts on {deadline}] and nobody can create accounts for them.

      I am the managing director and can prove that with an extract from the register of companies. Which papers do
      you need to make me an admin?`,
    answer: `
      The extract and a copy of your identity card with everything but name and photo covered are enough. Please
      upload both under the link that I have sent to {email}. We make you an admin on the same day.`,
  },
  {
    titles: ['Too many sign-in attempts, whole depot locked', 'Shared address of our depot is blocked'],
    priority: 'high',
    description: `
      One driver mistyped his password a few times and now [everybody in the depot in {city}|the whole site in {city}]
      gets “Too many attempts from this address”. We all leave through one address, {ip}.

      {small} tours should have left already. Please lift the block and tell us how to avoid it; a limit per user
      would be more sensible than one per address.`,
    answer: `
      The block is lifted and {ip} is on your list of known addresses, where we count for each user alone. You find
      the list under Settings, Security.`,
  },
  {
    titles: ['Transfer ownership to our new finance lead', 'New owner for the workspace of {company}'],
    priority: 'medium',
    description: `
      The owner of our workspace has left the company. {colleague} should be the owner from now on ({colleagueEmail},
      already an admin). [The button “Transfer ownership” asks for the old owner's password, which we do not have.|The
      old owner's mailbox is closed, so the confirmation link goes nowhere.]

      What do you need from us?`,
    answer: `
      Two things, please: a letter with the head of {company}, signed by somebody who may represent you, and an answer
      from {colleagueEmail}. Then I make the change by hand.`,
  },
  {
    titles: ['Colleagues with a .coop address can’t be invited', 'Invitation form rejects valid e-mail addresses'],
    priority: 'medium',
    description: `
      The invitation form says the e-mail address is invalid for [every address that ends in .coop|addresses with a
      plus sign such as planning+{small}@{domain}]. They are real addresses, mail to them arrives.

      {small} people of a partner company wait for their invitation. Importing them by CSV fails in the same way.`,
    answer: `
      Our check of addresses was older than these endings and did not like plus signs. Both are taken now, also by the
      CSV import.`,
  },
  {
    titles: ['Invitation link has expired before it arrived', '“This invitation is no longer valid”'],
    priority: 'medium',
    description: `
      We invited {colleague} on {weekday}. The mail came hours later and the link says “This invitation is no longer
      valid”. Inviting again gives [“This person is already a member”|the same old link], so we are stuck.

      Please delete the half-made user so that we can start again.`,
    answer: `
      The half-made user is gone, please invite {colleague} again. Links hold for a week now and not for an hour.`,
  },
  {
    titles: ['A role that may read and export, but not change', 'Read-only access for our tax adviser'],
    priority: 'medium',
    description: `
      Our tax adviser needs to see orders and export reports. With the role Viewer the export buttons are missing;
      with Editor [she could delete orders|everything can be changed], which our compliance does not allow.

      Is there something in between on the {plan} plan?`,
    answer: `
      There is one on {plan}: **Auditor** under Settings, Roles reads everything and exports reports, and changes
      nothing. It is off until an owner turns it on.`,
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
    answer: `
      You can do it yourself: open the customer, **More**, **Hand out all data**. The file has photos, signatures and
      the SMS log in it. Please send us neither name nor number.`,
  },
  {
    titles: ['Change the domain of {seats} users at once', 'Our company has a new e-mail domain'],
    priority: 'medium',
    description: `
      After the change of name all our addresses end in @{domain}. The old domain stops receiving mail on {renewal}.

      Can you change the {seats} users in one go? Doing it by hand means that each of them has to confirm twice, [and
      the drivers do not read mail at work|and half of them share a device].`,
    answer: `
      Yes, in one go. Please send a list with old and new addresses through the upload in Settings, Users. Nobody has
      to confirm anything, and both addresses work until {renewal}.`,
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
    answer: `
      Keep the one with the orders. Names and addresses are compared in one form now, and your directory will find it
      at the next run; I have moved what belonged to the other one and removed it, for all {small} pairs.`,
  },
  {
    titles: ['Merge two workspaces into one', 'Move users and orders of {city} into the main workspace'],
    priority: 'medium',
    description: `
      {company} and our branch in {city} used separate workspaces. From {renewal} on everything should be in one. We
      would like to keep the order history, [the numbers may change|if possible with the old numbers].

      Is that something you do, or do we export and import? People who exist in both should end up with one account.`,
    answer: `
      We do that, on a weekend, with the order history. Numbers of {city} get a letter in front, so that none is there
      twice. People who exist in both end up with one account and the rights of both.

      Which weekend before {renewal} would suit you?`,
  },
  {
    titles: ['Sign-in history older than 30 days', 'Who signed in in {lastMonth}?'],
    priority: 'medium',
    description: `
      For an internal investigation we need to know who signed in to the workspace between 1 and 15 {lastMonth}. The
      page only goes back 30 days.

      Do you keep older entries? [Our works council has agreed to the request.|Our lawyer can send the request in
      writing, if that helps.]`,
    answer: `
      We keep it for a year. As it is about persons, we hand it out to the owner of the workspace, for a reason that
      is written down; please let the owner answer here, and I attach it.`,
  },
  {
    titles: ["O'Brien can't be saved as a last name", 'Apostrophe in a name is turned into &#39;'],
    priority: 'medium',
    description: `
      When I enter the name O'Brien for a user it is [saved as O&#39;Brien and printed like that on delivery
      notes|refused with “contains invalid characters”]. D'Angelo and N'Diaye have the same fate.

      It is the name in her passport, so leaving out the apostrophe is no solution.`,
    answer: `
      It was escaped once too often. Names are kept as they are typed now, and those that were saved in between have
      been put right, hers too.`,
  },
  {
    titles: ['Signed out every ten minutes', 'Session ends while I am still typing'],
    priority: 'medium',
    description: `
      Since {weekday} I have to sign in again about every ten minutes, even in the middle of an order. What I typed is
      lost. [“Keep me signed in” is ticked.|Our session limit is set to 12 hours.] {browser}, no private window.

      {colleagueFirst} at the next desk has the same, the office in {city} does not.`,
    answer: `
      Your proxy changes its address every ten minutes, and a new check took that for somebody else. The check is off
      in your workspace. Drafts of orders are kept from the next update on, whoever ends the session.`,
  },
  {
    titles: ['One tablet, many pickers: how do we sign in?', 'Shared devices in the warehouse'],
    priority: 'medium',
    description: `
      {small} pickers share four tablets. Typing e-mail address and password with gloves takes longer than the pick.
      [Is there a sign-in with a PIN or a badge?|Could they use a short PIN instead?]

      A shared account is not an option for us because we need to see who packed what.`,
    answer: `
      There is: Settings, Devices, **Shared device**. Each picker gets a badge with a code to scan, or a PIN of four
      digits, and everything is booked to that person.`,
  },
  {
    titles: ['My name has changed', 'Change my last name everywhere'],
    priority: 'low',
    description: `
      I got married and my last name is different now. I changed it in my profile, but [old comments and delivery
      notes still show the former one|mails from the system still greet me with the old one].

      Is that on purpose? If not, please update it.`,
    answer: `
      Congratulations! Comments and mails have the new name now. Delivery notes are documents and keep the name of the
      day they were made.`,
  },
  {
    titles: ['Profile picture is rotated by 90 degrees', 'Photo lies on its side'],
    priority: 'low',
    description: `
      Photos taken upright with my phone appear lying on the side as profile picture. [In the preview before saving it
      is still right.|Rotating it before the upload makes no difference.] {browser}.`,
    answer: `
      We took no notice of how the phone was held. Please upload the photo once more.`,
  },
  {
    titles: ['How many admins can a workspace have?', 'Second admin as a holiday cover'],
    priority: 'low',
    description: `
      I am the only admin and going on holiday on {renewal}. Can {colleague} be an admin too, for that time or for
      good? [Does it cost anything on the {plan} plan?|I could not find whether there is a limit.]`,
    answer: `
      As many as you like, at no cost. Make {colleague} one under Settings, Users, and take it back when you are home
      again.`,
  },
  {
    titles: ['Different language for one user', 'Driver app in Polish, office in English'],
    priority: 'low',
    description: `
      Our office works in English, but most of the drivers would prefer Polish. The language seems to be a setting of
      the whole workspace. Can it be set per user, [at least in the driver app|or does it follow the phone]?`,
    answer: `
      It can: each person chooses under their picture, and the app follows that, else the phone. An owner may set it
      for several people at once in the list of users.`,
  },
  {
    titles: ['Rename our workspace address', 'Typo in the address of our workspace'],
    priority: 'low',
    description: `
      When we signed up somebody misspelt our name in the workspace address. Could it be changed to something that
      matches {domain}? [Old links should keep working for a while.|We have not sent the link to any customer yet, so
      nothing would break.]`,
    answer: `
      Done: the workspace has the address that fits {domain}, and the old one leads there for a year.`,
  },
  {
    titles: ['Unsubscribe me from the product news', 'Still getting the newsletter'],
    priority: 'low',
    description: `
      I have clicked “unsubscribe” in the product news three times, it keeps coming to {email}. Messages about
      invoices and outages I do want to receive, only not the news.`,
    answer: `
      Your address stood on the list twice, with a capital letter and without, and you only left one of them. Both are
      gone; messages about invoices and outages go on.`,
  },
];
