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
    answer: `
      You are right: the card was charged twice because the first attempt timed out on our side and was made again.
      The second payment of {amount} is on its way back to your card, which takes three to five working days.

      Please book the one that belongs to {invoice}. We have changed the retry, so it will not happen next month.`,
  },
  {
    titles: ['Renewal payment fails, workspace will be locked', 'Card is declined although it works everywhere else'],
    priority: 'high',
    description: `
      We get the mail “Your payment of {amount} could not be processed” every morning since {weekday}. The card is
      valid and has cover, [we paid a supplier with it an hour ago|our bank sees no attempt from you at all].

      According to the banner the workspace becomes read-only on {deadline}. {small} planners in {city} work in it all
      day, so [please give us a few more days while we sort this out.|can we pay this one by bank transfer instead?]`,
    answer: `
      Your bank turns the payment down before it shows up on your side, because the card asks for a confirmation that
      our page did not pass on. I have moved the deadline by **ten days**, nothing is locked until then.

      Please open Settings, Billing and confirm the card once. If you would rather pay this one by bank transfer, tell
      me and I send the details.`,
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
    answer: `
      The invoice was written from an old copy of the address. I have cancelled {invoice} with a credit note and
      written a new one to {company}, {city}. Both are under Settings, Invoices now, dated as your auditors need them.`,
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
    answer: `
      Deactivated people do not count, you are right. The number was taken on the day the renewal was prepared, before
      you deactivated the other {spare}.

      I have corrected {invoice} to {fewer} seats and stopped reminders. The new total is in Settings, Invoices.`,
  },
  {
    titles: ['Second reminder for an invoice we have paid', 'Reminder threatens suspension, {invoice} is paid'],
    priority: 'high',
    description: `
      This morning came a second reminder for {invoice}: pay within five days or the workspace is suspended. We
      transferred {amount} on {lastWeek} [with the invoice number as reference|to the account printed on the invoice].

      I attach nothing here because it holds bank details, but I can send the proof of payment wherever you like.
      Please stop the suspension first and search afterwards.`,
    answer: `
      The suspension is stopped, first things first. Your transfer did arrive; it was booked to an older invoice
      because its reference was cut off.

      It stands with {invoice} now and there is nothing left to pay. Sorry for the tone of that reminder.`,
  },
  {
    titles: ['Please change the VAT number on our account', 'New VAT number after our merger'],
    priority: 'medium',
    region: 'eu',
    description: `
      Our entity became {company} on 1 {month}. The new VAT number ends in {threeDigits}, the form in Settings,
      Billing [refuses it with “already in use”|accepts it, but the next invoice preview still shows the old one].

      The invoice for {nextMonth} should carry the new number. Do you need a certificate from us?`,
    answer: `
      No certificate is needed, the number is valid in the European register. Your old account still held it, which
      was in the way; I have released it there.

      The preview for {nextMonth} shows the new number now.`,
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
    answer: `
      The downgrade was effective at once, but the invoice had been prepared the night before. I have credited the
      difference of {spare} seats; it will be deducted from your next invoice, as you suggested.`,
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
    answer: `
      The check of your number failed on the day the invoice was written, because the register was not reachable, and
      then we charge VAT. That is too strict, and we are changing it.

      {invoice} is cancelled and written again with reverse charge, {amount} in total.`,
  },
  {
    titles: ['Switch from card to bank transfer', 'Can we pay by direct debit?'],
    priority: 'medium',
    description: `
      Our new finance policy no longer allows company cards for subscriptions. [Can you move us to bank transfer with
      30 days?|Is payment by invoice possible on the {plan} plan?] The next charge is due on {renewal}, it would be
      good to have the change in place before.

      Invoices may keep going to {email}.`,
    answer: `
      You are on payment by invoice with 30 days from the charge on {renewal} on. The card stays on file until then
      and is removed after it. Invoices keep going to {email}.`,
  },
  {
    titles: ['Purchase order number must be on our invoices', 'Invoices without PO number are sent back'],
    priority: 'medium',
    description: `
      Our accounts department only pays invoices that carry a purchase order number. Ours for this year is
      PO-{fiveDigits}. [The only field I found in Settings, Billing is “Additional text”, and that is printed at the
      very bottom.|I found no field for it in Settings, Billing.]

      Can you add it to {invoice} as well? Otherwise that one will sit in their inbox until you send a reminder.`,
    answer: `
      There is a field now: Settings, Billing, **Purchase order**. I have entered PO-{fiveDigits} and written
      {invoice} again with the number at the top.

      Please change it there when the next year begins.`,
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
    answer: `
      It was forgotten, and I am sorry. The credit of {smallAmount} is booked now: you find the credit note under
      Settings, Invoices, and it comes off the next invoice.`,
  },
  {
    titles: ['How was the amount on {invoice} calculated?', 'Prorated amount after the upgrade looks too high'],
    priority: 'medium',
    description: `
      We upgraded from Team to Business on {lastWeek}, within a billing period. The invoice has three lines:
      {amount} for Business, a negative one for “unused time” and {smallAmount} for “adjustment”.

      [I can follow the first two but not the third.|Whichever way I count the days I arrive at a different sum.]
      Please explain the adjustment in a way that I can forward to my boss.`,
    answer: `
      It is easier in three lines:

      |- Business from the day of the upgrade to the end of the period: {amount}
      |- Team for the same days, which you had paid already: the negative line
      |- a seat that was added on the same day and counted for Business: {smallAmount}, the “adjustment”

      The word is a poor one; we will call it “seats added” from the next invoice on.`,
  },
  {
    titles: ['Invoice e-mails go to a former colleague', 'Change the billing contact to {colleagueEmail}'],
    priority: 'medium',
    description: `
      Invoices are still sent to someone who left us in {lastMonth}, so we only noticed {invoice} when the reminder
      came. New billing contact is {colleague}, {colleagueEmail}.

      I am an admin, but the field is [greyed out for me|visible only to the owner, it seems, and the owner is exactly
      that former colleague].`,
    answer: `
      The field is open to owners alone, and yours has left. I have set {colleagueEmail} as the billing contact and
      sent {invoice} there once more.

      If {colleague} should become the owner as well, please write to us from an address of {domain}.`,
  },
  {
    titles: ['Agreed discount of 15 % is missing', '15% discount not applied to the renewal'],
    priority: 'medium',
    description: `
      Our offer of {lastMonth} says “15 % on the {plan} plan for the first 12 months”. The renewal invoice {invoice}
      charges the full list price, {amount}.

      [The discount was on the first two invoices and then vanished.|The checkout page did show the discount, the
      invoice does not.] I can send you the signed offer.`,
    answer: `
      I found the offer, no need to send it. The discount was entered for one term only and dropped out when your
      plan was renewed.

      It holds for the rest of the twelve months again, and the difference on {invoice} is credited.`,
  },
  {
    titles: ['Bank charges a currency fee on every payment', 'Card is charged in another currency than the invoice'],
    priority: 'medium',
    description: `
      Our invoices are correct, {amount}, but the card is charged in a foreign currency. The bank converts it back and
      adds a fee, {smallAmount} last time. [This started with the {month} payment.|It has been like this since we
      changed the card.]

      Can you charge us in the currency of the invoice?`,
    answer: `
      Your card was charged by an office of ours abroad because of a setting in the payment service. From the next payment
      on it is charged in the currency of the invoice.

      I have credited the last fee of {smallAmount}; if there were more, please send me the dates.`,
  },
  {
    titles: ['One invoice for two workspaces?', 'Combine billing of {city} and the head office'],
    priority: 'medium',
    description: `
      We run two workspaces, one for the head office and one for {city}. Both are paid by the same department and
      every month somebody mixes up the two invoices.

      Can they be put on one invoice with a subtotal each? [Keeping two different renewal dates would be fine.|If the
      renewal dates have to match, move the second one to {renewal}.]`,
    answer: `
      Yes. Both workspaces are on one billing account now, with a subtotal for each, beginning with the next invoice.
      The renewal of the second one was moved so that the dates match.`,
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
    answer: `
      Messages that a carrier refused were sent again up to five times, and each was counted. It was mended on
      {yesterday}.

      I have taken the repeats off your bill. The list for each message is under Reports, Text messages.`,
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
    answer: `
      Sie haben recht: Die Prüfung Ihrer Nummer war an dem Tag gestört, deshalb wurde Steuer berechnet. {invoice} ist
      storniert, die neue Rechnung über {amount} netto liegt unter Einstellungen, Rechnungen.

      Damit kann Ihre Buchhaltung den Monat abschließen.`,
  },
  {
    titles: ['Quote for {spare} additional seats', 'What would {spare} more seats cost us?'],
    priority: 'low',
    description: `
      [We are opening a second depot in {city}|Our team in {city} is growing] and will need {spare} more seats from
      {nextMonth} on. We have {seats} now, on the {plan} plan.

      Is there a price break at that size? A short written quote is enough for our budget round.`,
    answer: `
      From 50 seats on there is 10 % off for all of them, below that the list price holds. For {spare} more seats from
      {nextMonth} on I have put a quote into Settings, Invoices, which holds for 30 days.`,
  },
  {
    titles: ['Is there a discount for non-profits?', 'Reduced price for a food bank'],
    priority: 'low',
    description: `
      A food bank that we supply would like to use the planning board for its own rounds. It is a registered charity
      with {small} volunteers and no budget to speak of.

      Do you have a reduced plan for such organisations, and which papers would they have to show?`,
    answer: `
      There is: registered charities get the Team plan for half the price, up to 25 people. They need an extract from
      the register and a letter with the name of who signs.

      Please let them write to us directly, then we set the workspace up together.`,
  },
  {
    titles: ['Monthly to yearly: how much do we save?', 'Change to yearly payment'],
    priority: 'low',
    description: `
      We pay {amount} every month on the {plan} plan. [Your price page says “up to 18 %” for yearly payment.|The price
      page mentions two free months for yearly payment.] What exactly would it be for our {seats} seats, and can we
      change in the middle of a term or only on {renewal}?`,
    answer: `
      For your {seats} seats it is two months of twelve, so 16.7 %; “up to 18 %” holds from 100 seats on. You can
      change at any time: what is paid already is counted for the year.`,
  },
  {
    titles: ['On which day are invoices written?', 'When does the monthly invoice arrive?'],
    priority: 'low',
    description: `
      The last three invoices came on the 3rd, the 6th and the 4th. [Our payment run is on the 5th|We pay suppliers
      once a month, on the 5th], so every second one is late.

      Is there a fixed day, or can we choose one?`,
    answer: `
      They are written on the first working day of a month and sent when the payment service has confirmed them, which
      is why the day moves.

      I have set yours to be sent on the 2nd, before your payment run.`,
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
    answer: `
      Le reçu de {invoice} est parti à {email} en PDF. À partir de maintenant, vous le recevrez automatiquement avec
      chaque paiement.`,
  },
  {
    titles: ['All invoices of last year in one download', 'Need copies of {small} old invoices'],
    priority: 'low',
    description: `
      For the tax return I need every invoice of last year. Clicking each one under Settings, Invoices works but there
      are {small} of them across our workspaces.

      Is there a way to download them together, [as a ZIP file for example|or could you mail them to {email}]?`,
    answer: `
      Under Settings, Invoices choose the year, tick the box in the head of the list and press **Download**: you get
      one ZIP file. It works for all workspaces of which you are the owner.`,
  },
  {
    titles: ['Rounding difference of 0.01 on every invoice', 'Invoice total and line items differ by one cent'],
    priority: 'low',
    description: `
      The lines of {invoice} add up to one cent more than the total. [It is the same on the last four invoices.|It
      began when you started to show prices per seat with three decimals.]

      Nobody will go to court about it, but our accounting software refuses to match the payment and I correct it by
      hand each month.`,
    answer: `
      We round each line, and the total was rounded from the exact sum. Both now come from the rounded lines,
      beginning with your next invoice.

      For {invoice} your software may take the total as it is printed; that is what we book.`,
  },
  {
    titles: ['What is the “platform fee” on the invoice?', 'New line on the invoice: platform fee'],
    priority: 'low',
    description: `
      Since {lastMonth} there is a line “platform fee” of {smallAmount} on the invoice. [It was not part of our
      offer|I cannot find it on the price page] and nobody here remembers a notice about it.

      Please tell me what it covers and whether it stays.`,
    answer: `
      It belongs to the Business plan and should never have been on yours. I have taken {smallAmount} off and credited
      the months since {lastMonth}.`,
  },
  {
    titles: ['Do you send electronic invoices (XML)?', 'Structured e-invoices instead of PDF'],
    priority: 'low',
    region: 'eu',
    description: `
      From next year we may only accept structured electronic invoices (XML according to EN 16931) from suppliers. [A
      PDF by mail will be rejected by the system.|PDF alone will not be enough.]

      Do you support this already, or is it planned? If we have to enter a routing number somewhere, where?`,
    answer: `
      We do: choose **XRechnung** or **Factur-X** under Settings, Billing, Format. The routing number has a field of
      its own below it. The next invoice is sent in that format.`,
  },
];
