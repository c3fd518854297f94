/** One matter, told by several people in words of their own: title, then description. */
export type Matter = readonly (readonly [title: string, description: string])[];

/**
 * Matters that a desk hears of again and again. Within a group nobody copies another's sentences; between groups words
 * are shared on purpose ("invoice", "password", "card"), as they are on a real desk.
 */
export const MATTERS: readonly Matter[] = [
  [
    [
      'Password reset mail never arrives',
      'I asked three times for a link to reset my password. No mail, not in spam either.',
    ],
    [
      'No e-mail to reset the password',
      'I clicked "forgot password" an hour ago and the reset message still has not come.',
    ],
    [
      'Forgot password link not received',
      'Our colleague cannot get the reset link, her inbox stays empty. Other mails from you arrive.',
    ],
    ['Cannot reset my password', 'The page says a mail was sent, but the reset mail does not reach me.'],
    [
      'Waiting for the password mail',
      'Trying to reset since this morning; the mail with the link does not show up in my inbox.',
    ],
  ],
  [
    [
      'Authenticator codes refused after new phone',
      'I changed my phone and the two-factor codes are not accepted any more. Locked out.',
    ],
    ['Lost phone, no two-factor code', 'My phone was stolen, so I cannot produce the authenticator code to sign in.'],
    [
      '2FA on the old phone',
      'New device, authenticator app was not moved over. Please remove two-factor from my login.',
    ],
    ['Two-factor reset needed', 'Phone broke. The authenticator is gone with it and the backup codes too.'],
    [
      'Sign-in asks for authenticator code I do not have',
      'Got a new phone yesterday, the authenticator app is empty there.',
    ],
  ],
  [
    ['Charged twice this month', 'My card shows two payments of the same amount for one subscription.'],
    ['Double charge on credit card', 'The subscription was debited two times on Monday. Please refund one.'],
    ['Duplicate payment', 'There are two identical charges on our card statement, only one invoice exists.'],
    ['Card debited two times', 'We were charged double for the plan this month, please return the second payment.'],
    ['Same subscription paid twice', 'Bank statement lists the charge twice. We only have one subscription.'],
  ],
  [
    ['Need the VAT number on our invoice', 'Our tax number is missing on the invoices, accounting rejects them.'],
    ['Invoice without VAT ID', 'Please add our VAT identification to the invoice, the tax office wants it.'],
    ['Add tax ID to billing details', 'Where can I enter the VAT ID so that it is printed on every invoice?'],
    ['VAT number missing on invoices', 'Invoices must carry our VAT number by law. The last three do not.'],
    ['Tax number on the bill', 'The invoice has to show the VAT number of our company. It shows nothing.'],
  ],
  [
    ['Webhooks arrive late', 'Since this morning webhook deliveries come 20 minutes after the event.'],
    ['Delay of webhook events', 'Our endpoint gets the webhooks with a long delay, order events are half an hour old.'],
    ['Webhook delivery is slow', 'Events reach our receiver much too late, timestamps differ by 15 minutes.'],
    ['Late events on our endpoint', 'The webhook for paid orders came 25 minutes after the payment event.'],
    [
      'Webhook queue seems stuck',
      'Deliveries of webhooks are delayed, nothing for ten minutes, then hundreds of events at once.',
    ],
  ],
  [
    ['CSV export cut off at 10,000 rows', 'When I export the orders to CSV the file ends after 10,000 rows.'],
    ['Export incomplete', 'The CSV of our orders contains just the first ten thousand rows, the rest is missing.'],
    ['Rows missing in CSV download', 'Exported 14,200 orders, the CSV holds exactly 10,000 rows.'],
    [
      'Order export truncated',
      'The exported CSV stops in the middle of the year. We have far more rows than are in it.',
    ],
    ['CSV with all orders?', 'How do we export more than 10,000 rows? The CSV is truncated without any warning.'],
  ],
  [
    ['App crashes when scanning a barcode', 'On Android the driver app closes as soon as the scanner reads a barcode.'],
    ['Scanner closes the app', 'Scanning parcels makes the driver app crash, since the update, on Android 15.'],
    ['Barcode scan: app gone', 'The moment the camera recognises the barcode the app disappears.'],
    ['Crash of the driver app on scan', 'Each barcode we scan ends in a crash, our drivers type the numbers by hand.'],
    [
      'Driver app quits while scanning parcels',
      'The barcode scanner opens, then the app crashes. Reinstalling did not help.',
    ],
  ],
  [
    ['Please delete my personal data', 'According to the GDPR I want all my personal data erased.'],
    ['GDPR erasure request', 'I ask you to erase everything that you store about me, under article 17 GDPR.'],
    ['Right to be forgotten', 'Please erase my personal data and confirm the deletion in writing.'],
    [
      'Data protection: deletion of my data',
      'I am no customer any more and want my personal data deleted as GDPR demands.',
    ],
    ['Erase personal data of a former employee', 'He left and asks for erasure of his personal data under GDPR.'],
  ],
  [
    [
      'Single sign-on with Okta fails',
      'SAML response is rejected with "invalid audience" since we rotated the certificate in Okta.',
    ],
    [
      'SAML login broken after certificate change',
      'We renewed the signing certificate of our identity provider, now SSO says invalid signature.',
    ],
    ['SSO not working', 'Single sign-on shows "SAML assertion invalid" for everybody in the company.'],
    ['Okta SSO error', 'Users who come through Okta land on an error page: SAML assertion could not be verified.'],
    ['Certificate for SAML expired?', 'Our single sign-on stopped at midnight, I think the SAML certificate ran out.'],
  ],
  [
    ['Map shows the wrong depot', 'The route map puts our depot in the middle of the lake.'],
    ['Depot location wrong on the map', 'Coordinates of the depot are off by 3 km on the route map.'],
    ['Wrong geocoding of our depot', 'Our depot address is geocoded to another village, so routes start there.'],
    ['Routes start at a wrong place', 'The depot pin on the map is not where the depot is.'],
    ['Move the depot pin', 'How can I correct where the depot is on the map? All routes begin in the wrong street.'],
  ],
  [
    ['Discount for non-profits?', 'We are a charity. Is there a reduced price for non-profit organisations?'],
    ['Charity pricing', 'Do you have special prices for registered charities and non-profits?'],
    ['Non-profit discount', 'Our association is non-profit, can we get a discount on the yearly plan?'],
    [
      'Reduced fee for a charity',
      'As a small charity we cannot afford the full price. Is there a non-profit discount?',
    ],
    ['Prices for NGOs', 'Which discount do NGOs and other non-profit organisations get?'],
  ],
  [
    ['Emails land in spam', 'Notifications you send to our customers go to their spam folder, DKIM fails.'],
    ['Notification mails marked as spam', 'Gmail puts your delivery notifications into spam. SPF or DKIM seems wrong.'],
    [
      'DKIM failure for notification emails',
      'Mail headers show dkim=fail, so messages to customers are treated as spam.',
    ],
    ['Customers find your mails in spam', 'Delivery notifications are in the junk or spam folder since last week.'],
    ['Spam folder problem', 'Our customers complain that the notification e-mails are filtered as spam.'],
  ],
  [
    ['Label printer prints blank labels', 'The Zebra printer feeds labels, but they are blank.'],
    [
      'Empty labels from the Zebra',
      'Shipping labels come out white, nothing printed, since the driver update of the printer.',
    ],
    ['Shipping label is blank', 'We print shipping labels and the paper stays white on our Zebra printer.'],
    ['Printer: labels without content', 'Label printer works in the test page, but shipping labels are empty.'],
    ['Zebra ZD420 prints nothing', 'Labels run through the printer blank. Other documents print well.'],
  ],
  [
    ['Cancel our subscription', 'We want to cancel at the end of the contract. What is the notice period?'],
    ['Termination of contract', 'Please confirm the cancellation of our contract with the usual notice period.'],
    ['How do I cancel?', 'We close the business and have to cancel the subscription. Is there a notice period?'],
    ['Cancellation before renewal', 'Please cancel the contract before it renews, we do not want another year.'],
    ['Notice of cancellation', 'Herewith we cancel our contract as of the next possible date.'],
  ],
  [
    ['Transfer ownership of the workspace', 'The owner left the company. How can I become owner of the workspace?'],
    ['New workspace owner', 'Please make me the owner, the former owner is not reachable any more.'],
    ['Owner has left', 'Our workspace belongs to a colleague who left, ownership must go to me.'],
    ['Change the owner', 'We need to move ownership of the workspace to our new head of logistics.'],
    ['Ownership handover', 'The present owner retires on Friday. Who can transfer the ownership to another admin?'],
  ],
  [
    ['Rate limit of the API too low', 'We get 429 answers from the API when we synchronise stock at night.'],
    ['429 Too Many Requests', 'Our stock synchronisation hits the API rate limit every night.'],
    ['Raise our API limit', 'Please raise the rate limit; we are throttled with status 429 during the sync.'],
    ['API throttling', 'Requests are throttled (429) after a hundred calls in a minute.'],
    ['Higher rate limit possible?', 'Nightly sync of stock fails with 429. Is there a plan with a higher API limit?'],
  ],
  [
    ['Rechnung fehlt', 'Die Rechnung für März ist nicht im Konto zu finden, die Buchhaltung wartet.'],
    ['Wo ist unsere Rechnung vom März?', 'Wir haben bezahlt, aber keine Rechnung für März bekommen.'],
    ['Fehlende Rechnung März', 'In der Liste der Rechnungen springt es von Februar zu April.'],
    ['Märzrechnung nicht erhalten', 'Bitte die Rechnung für den Monat März noch einmal schicken, sie kam nie an.'],
  ],
  [
    ['Не приходит код подтверждения', 'При входе не приходит код в смс, ждал полчаса.'],
    ['Код в смс не пришёл', 'Пытаюсь войти, код подтверждения не приходит на телефон.'],
    ['Нет смс с кодом', 'Уже третий раз запрашиваю код подтверждения для входа, смс нет.'],
    ['Вход: код не приходит', 'Смс с кодом не приходит ни на один телефон.'],
  ],
  [
    ['請求書が二重に届きました', '今月の請求書が二通あります。二重請求ではないでしょうか。'],
    ['二重請求について', '同じ請求書が二回届いています。確認してください。'],
    ['請求書が二通', '今月分が二重に請求されています。返金をお願いします。'],
    ['二重に請求されました', 'カードに同じ金額の請求が二件あります。'],
  ],
];

/** What has nothing to do with any of them, and shares their everyday words. */
export const STRANGERS: Matter = [
  ['Hello from the trade fair', 'It was a pleasure to meet your team last week. We would like to stay in touch.'],
  ['Thank you', 'Just wanted to say that we are very happy with the last few months. Please keep it up.'],
  ['Lunch', 'Is anybody from your side in Lisbon next Tuesday?'],
];
