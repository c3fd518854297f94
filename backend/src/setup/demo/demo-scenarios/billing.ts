import type { DemoScenario } from '../demo-scenario.ts';

export const BILLING_SCENARIOS: readonly DemoScenario[] = [
  {
    titles: [
      'Charged twice for the {month} subscription',
      'Two card payments, one invoice',
      'Double charge on {yesterday}',
    ],
    priority: 'high',
    description: `
      Two identical card payments of {amount} on {yesterday} but only one invoice, {invoice}, in Settings, Invoices.
      [Our bank says both are booked, not just reserved.|Both went through; I have the statement in front of me.]

      Please refund one of them [this week, our accountant closes the month on {deadline}|and tell us which of the two
      stays, so that we can book it|and check that it does not happen again next month].`,
  },
  {
    titles: ['Renewal payment fails, workspace will be locked', 'Card is declined although it works everywhere else'],
    priority: 'high',
    description: `
      We get the mail “Your payment of {amount} could not be processed” every morning since {weekday}. The card is
      valid and has cover, [we paid a supplier with it an hour ago|our bank sees no attempt from you at all].

      According to the banner the workspace becomes read-only on {deadline}. {small} planners in {city} work in it all
      day, so [please give us a few more days while we sort this out.|can we pay this one by bank transfer instead?]`,
  },
  {
    titles: ['Auditors need a corrected invoice {invoice} by {deadline}', 'Wrong legal entity on invoice {invoice}'],
    priority: 'high',
    description: `
      Invoice {invoice} over {amount} is made out to our old holding. It has to show {company}, {city}. We changed the
      address in Settings [before|two weeks before] the invoice was written, [the preview there is correct|you can see
      that in the audit log].

      Our auditors are in the house and want the corrected document by {deadline}. A credit note plus a new invoice is
      fine too.`,
  },
  {
    titles: ['Annual invoice counts {seats} seats, we have {fewer}', 'Billed for {spare} people who left'],
    priority: 'high',
    description: `
      The annual invoice {invoice} counts {seats} seats. Settings, Users shows {fewer} active people; the other
      {spare} were deactivated in {lastMonth}, [weeks before the renewal date|well before the renewal].

      [Do deactivated users still count?|Is deactivating not enough, must they be deleted?] The difference is more
      than we can simply let go. We hold back the payment of {amount} until this is clear and would like to avoid
      reminders in the meantime.`,
  },
  {
    titles: ['Second reminder for an invoice we have paid', 'Reminder threatens suspension, {invoice} is paid'],
    priority: 'high',
    description: `
      This morning came a second reminder for {invoice}: pay within five days or the workspace is suspended. We
      transferred {amount} on {lastWeek} [with the invoice number as reference|to the account printed on the invoice].

      I attach nothing here because it holds bank details, but I can send the proof of payment wherever you like.
      Please stop the suspension first and search afterwards.`,
  },
  {
    titles: ['Please change the VAT number on our account', 'New VAT number after our merger'],
    priority: 'medium',
    region: 'eu',
    description: `
      Our entity became {company} on 1 {month}. The new VAT number ends in {threeDigits}, the form in Settings,
      Billing [refuses it with “already in use”|accepts it, but the next invoice preview still shows the old one].

      The invoice for {nextMonth} should carry the new number. Do you need a certificate from us?`,
  },
  {
    titles: ['Refund for {spare} unused seats after the downgrade', 'Downgrade to {fewer} seats is not on the invoice'],
    priority: 'medium',
    description: `
      We went from {seats} to {fewer} seats on 1 {month} but invoice {invoice} still charges all {seats}. [The
      confirmation mail of the downgrade says “effective immediately”.|When I did it, the page said the change is
      immediate.]

      Could you credit the difference? A refund to the card is not necessary, we are happy to have it deducted next
      time.`,
  },
  {
    titles: ['VAT charged although we gave you a VAT number', 'Reverse charge is missing on {invoice}'],
    priority: 'medium',
    region: 'eu',
    description: `
      Invoice {invoice} adds 19 % VAT. We are a company in another EU country with a valid VAT number, so it should be
      reverse charge with 0 %, as on all invoices before {lastMonth}.

      [Did something change in your tax settings?|Nothing changed on our side.] Please correct it; the total should be
      {amount} and not a cent more.`,
  },
  {
    titles: ['Switch from card to bank transfer', 'Can we pay by direct debit?'],
    priority: 'medium',
    description: `
      Our new finance policy no longer allows company cards for subscriptions. [Can you move us to bank transfer with
      30 days?|Is payment by invoice possible on the {plan} plan?] The next charge is due on {renewal}, it would be
      good to have the change in place before.

      Invoices may keep going to {email}.`,
  },
  {
    titles: ['Purchase order number must be on our invoices', 'Invoices without PO number are sent back'],
    priority: 'medium',
    description: `
      Our accounts department only pays invoices that carry a purchase order number. Ours for this year is
      PO-{fiveDigits}. [The only field I found in Settings, Billing is “Additional text”, and that is printed at the
      very bottom.|I found no field for it in Settings, Billing.]

      Can you add it to {invoice} as well? Otherwise that one will sit in their inbox until you send a reminder.`,
  },
  {
    titles: [
      'Credit note from {lastMonth} is nowhere to be found',
      'Promised credit of {smallAmount} not on {invoice}',
    ],
    priority: 'medium',
    description: `
      After the outage in {lastMonth} your colleague promised a credit of {smallAmount}. The new invoice {invoice}
      does not mention it and [there is no credit note in the list|the balance under Settings, Billing says 0.00].

      Was it forgotten, or does it appear only with the next invoice?`,
  },
  {
    titles: ['How was the amount on {invoice} calculated?', 'Prorated amount after the upgrade looks too high'],
    priority: 'medium',
    description: `
      We upgraded from Team to Business on {lastWeek}, within a billing period. The invoice has three lines:
      {amount} for Business, a negative one for “unused time” and {smallAmount} for “adjustment”.

      [I can follow the first two but not the third.|Whichever way I count the days I arrive at a different sum.]
      Please explain the adjustment in a way that I can forward to my boss.`,
  },
  {
    titles: ['Invoice e-mails go to a former colleague', 'Change the billing contact to {colleagueEmail}'],
    priority: 'medium',
    description: `
      Invoices are still sent to someone who left us in {lastMonth}, so we only noticed {invoice} when the reminder
      came. New billing contact is {colleague}, {colleagueEmail}.

      I am an admin, but the field is [greyed out for me|visible only to the owner, it seems, and the owner is exactly
      that former colleague].`,
  },
  {
    titles: ['Agreed discount of 15 % is missing', '15% discount not applied to the renewal'],
    priority: 'medium',
    description: `
      Our offer of {lastMonth} says “15 % on the {plan} plan for the first 12 months”. The renewal invoice {invoice}
      charges the full list price, {amount}.

      [The discount was on the first two invoices and then vanished.|The checkout page did show the discount, the
      invoice does not.] I can send you the signed offer.`,
  },
  {
    titles: ['Bank charges a currency fee on every payment', 'Card is charged in another currency than the invoice'],
    priority: 'medium',
    description: `
      Our invoices are correct, {amount}, but the card is charged in a foreign currency. The bank converts it back and
      adds a fee, {smallAmount} last time. [This started with the {month} payment.|It has been like this since we
      changed the card.]

      Can you charge us in the currency of the invoice?`,
  },
  {
    titles: ['One invoice for two workspaces?', 'Combine billing of {city} and the head office'],
    priority: 'medium',
    description: `
      We run two workspaces, one for the head office and one for {city}. Both are paid by the same department and
      every month somebody mixes up the two invoices.

      Can they be put on one invoice with a subtotal each? [Keeping two different renewal dates would be fine.|If the
      renewal dates have to match, move the second one to {renewal}.]`,
  },
  {
    titles: ['SMS costs tripled in {lastMonth}', 'Unexpected {smallAmount} for text messages'],
    priority: 'medium',
    description: `
      The usage line for text messages is normally small. For {lastMonth} it says {count} messages, which cannot be:
      we had about {threeDigits} deliveries and [every customer gets one SMS per delivery|switched off the “driver is
      near” message].

      Is there a list per message? We suspect that [messages with special characters are counted twice|failed messages
      are sent again and again].`,
  },
  {
    titles: ['Rechnung {invoice} weist falsche Umsatzsteuer aus', 'Bitte um Korrektur der Rechnung {invoice}'],
    priority: 'medium',
    language: 'de',
    description: `
      Auf der Rechnung {invoice} vom {lastWeek} steht der volle Steuersatz, obwohl unsere
      Umsatzsteuer-Identifikationsnummer hinterlegt ist. [Auf den früheren Rechnungen war das richtig.|Die Rechnung
      davor war noch richtig.]

      Bitte schicken Sie uns eine korrigierte Rechnung über {amount} netto. Unsere Buchhaltung möchte den Monat am
      {deadline} abschließen. Gerne auch als Gutschrift mit neuer Rechnung, wenn das für Sie einfacher ist.`,
  },
  {
    titles: ['Quote for {spare} additional seats', 'What would {spare} more seats cost us?'],
    priority: 'low',
    description: `
      [We are opening a second depot in {city}|Our team in {city} is growing] and will need {spare} more seats from
      {nextMonth} on. We have {seats} now, on the {plan} plan.

      Is there a price break at that size? A short written quote is enough for our budget round.`,
  },
  {
    titles: ['Is there a discount for non-profits?', 'Reduced price for a food bank'],
    priority: 'low',
    description: `
      A food bank that we supply would like to use the planning board for its own rounds. It is a registered charity
      with {small} volunteers and no budget to speak of.

      Do you have a reduced plan for such organisations, and which papers would they have to show?`,
  },
  {
    titles: ['Monthly to yearly: how much do we save?', 'Change to yearly payment'],
    priority: 'low',
    description: `
      We pay {amount} every month on the {plan} plan. [Your price page says “up to 18 %” for yearly payment.|The price
      page mentions two free months for yearly payment.] What exactly would it be for our {seats} seats, and can we
      change in the middle of a term or only on {renewal}?`,
  },
  {
    titles: ['On which day are invoices written?', 'When does the monthly invoice arrive?'],
    priority: 'low',
    description: `
      The last three invoices came on the 3rd, the 6th and the 4th. [Our payment run is on the 5th|We pay suppliers
      once a month, on the 5th], so every second one is late.

      Is there a fixed day, or can we choose one?`,
  },
  {
    titles: ['Justificatif de paiement pour la facture {invoice}', 'Paiement débité, mais aucun reçu ({invoice})'],
    priority: 'low',
    language: 'fr',
    description: `
      Notre paiement de {amount} a bien été débité le {lastWeek}, mais nous n’avons reçu que la facture {invoice},
      sans reçu. [Notre comptable nous demande un justificatif de paiement.|L’expert-comptable a besoin des deux
      documents pour clôturer l’exercice.]

      Pouvez-vous nous l’envoyer en PDF à {email} ? Serait-il possible de le recevoir automatiquement à l’avenir ?`,
  },
  {
    titles: ['All invoices of last year in one download', 'Need copies of {small} old invoices'],
    priority: 'low',
    description: `
      For the tax return I need every invoice of last year. Clicking each one under Settings, Invoices works but there
      are {small} of them across our workspaces.

      Is there a way to download them together, [as a ZIP file for example|or could you mail them to {email}]?`,
  },
  {
    titles: ['Rounding difference of 0.01 on every invoice', 'Invoice total and line items differ by one cent'],
    priority: 'low',
    description: `
      The lines of {invoice} add up to one cent more than the total. [It is the same on the last four invoices.|It
      began when you started to show prices per seat with three decimals.]

      Nobody will go to court about it, but our accounting software refuses to match the payment and I correct it by
      hand each month.`,
  },
  {
    titles: ['What is the “platform fee” on the invoice?', 'New line on the invoice: platform fee'],
    priority: 'low',
    description: `
      Since {lastMonth} there is a line “platform fee” of {smallAmount} on the invoice. [It was not part of our
      offer|I cannot find it on the price page] and nobody here remembers a notice about it.

      Please tell me what it covers and whether it stays.`,
  },
  {
    titles: ['Do you send electronic invoices (XML)?', 'Structured e-invoices instead of PDF'],
    priority: 'low',
    region: 'eu',
    description: `
      From next year we may only accept structured electronic invoices (XML according to EN 16931) from suppliers. [A
      PDF by mail will be rejected by the system.|PDF alone will not be enough.]

      Do you support this already, or is it planned? If we have to enter a routing number somewhere, where?`,
  },
];
