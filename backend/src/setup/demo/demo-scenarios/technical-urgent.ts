import type { DemoScenario } from '../demo-scenario.ts';

/** Work stands still, or soon will. */
export const URGENT_TECHNICAL_SCENARIOS: readonly DemoScenario[] = [
  {
    titles: [
      'API answers 503 on about every third order call',
      '503 from POST /v2/orders, orders are piling up',
      'Order API unavailable in waves since {time}',
    ],
    priority: 'critical',
    description: `
      Started {time}. Retries succeed after 5 to 10 seconds, but tonight we run the big batch and cannot retry {count}
      orders by hand. [The status page is all green.|Your status page shows nothing.]

      |POST /v2/orders
      |HTTP/1.1 503 Service Unavailable
      |retry-after: 5
      |x-request-id: {request}

      [GET calls are fine, only creating is affected.|Reading works, writing does not.] We send about 4 requests per
      second, far below the limit.`,
    answer: `
      We see it: one of the three servers that create orders answers 503 since a change this morning. It is out of the
      group now, and your calls go to the other two.

      You need not repeat anything by hand: the batch may be sent once more with the same **Idempotency-Key**, nothing
      is created twice. I write again before tonight.`,
  },
  {
    titles: [
      'Blank page after sign-in for everybody',
      'Workspace does not open any more, nobody can work',
      'White page instead of the planning board',
    ],
    priority: 'critical',
    description: `
      Since {time} everyone in {city} gets a white page after signing in. [Different computers, different browsers,
      also from a phone without our network.|All {seats} of us, office and home.] The console shows

      |Uncaught TypeError: Cannot read properties of undefined (reading 'depots')
      |    at loadWorkspace (main.js:1:48213)

      We have {small} tours to plan for tomorrow and no paper copy. Is there any way to get at today's orders in the
      meantime?`,
    answer: `
      It is caused by a depot without an address, which the new page cannot read. We have taken the change back;
      please load the page anew, once with Shift held.

      Today's orders are all there. If somebody needs them on paper at once, Reports, **Day list** works in any case.`,
  },
  {
    titles: [
      'Driver app signs everybody out, vans are standing',
      'All drivers signed out, tours cannot be loaded',
      'Driver app: “Session invalid” for the whole fleet',
    ],
    priority: 'critical',
    description: `
      At {time} the driver app signed out all {small} drivers at once. When they sign in again it says “Session
      invalid (E-1107)”. Tours that were loaded are gone, so they do not know the next stop. [Several vans hold
      chilled goods.|Customers are calling already.]

      App version {version}, Android and iPhone alike. Reinstalling did not help, please do not suggest it.`,
    answer: `
      We have undone the change that ended the sessions. Drivers can sign in again now and find their tours as they
      were; nothing has to be installed.

      For vans without network there is an emergency list as PDF under Tours, **Print all**.`,
  },
  {
    titles: [
      'A customer sees orders of another customer in the portal',
      'Portal shows somebody else’s orders and addresses',
      'Data of other customers visible in the portal',
    ],
    priority: 'critical',
    description: `
      A customer phoned us: in the portal, under “My orders”, she sees {small} orders that belong to a different
      company, with addresses and prices. [I could reproduce it with her on the phone.|She sent us a screenshot,
      {order} is one of them.] It happens when she opens the link from the confirmation mail, not when she signs in
      with her password.

      We have switched the portal off for now. Please confirm what you see on your side; we may have to report this
      within 72 hours.`,
    answer: `
      I can confirm it: links in confirmation mails of one hour this morning led to a wrong account. All of these
      links are void, and the portal may be switched on again.

      You get a written report for your data protection officer today: who could see what, from when to when. In your
      workspace it concerns {small} orders and one reader.`,
  },
  {
    titles: ['Invoice PDFs download as empty files', 'Every PDF is 0 KB since the last update'],
    priority: 'high',
    description: `
      Since {weekday} every invoice PDF we download from Settings, Invoices is 0 KB. Chrome and Safari, three people
      in our finance team, different machines. The preview in the browser still shows the invoice, so the data must be
      there.

      [Our auditor needs the {lastMonth} invoices by {deadline}.|We have to hand them in by {deadline}.] One example:
      {invoice}, downloaded at {time}.`,
    answer: `
      The files were there and were delivered without their content, since a storage server was replaced. {invoice}
      and all others can be downloaded again.

      You need not clear anything, a second click is enough. Your auditor should have them in time.`,
  },
  {
    titles: ['Webhook signature check fails after key rotation', 'All webhooks rejected since we rotated the secret'],
    priority: 'high',
    description: `
      We rotated the webhook secret at {time}. Since then every signature is wrong on our side. It looks as if [you
      still sign with the old secret|about half of the events were signed with the old secret]: when I check against
      the old one, it fits.

      |const expected = createHmac('sha256', secret).update(rawBody).digest('hex');
      |if (expected !== header.replace('v1=', '')) return reply.code(401);

      No change in our code for months. Events are in your retry queue, please make sure that they do not expire.`,
    answer: `
      Your code is right. One of our senders kept the old secret until it was restarted, which we have just done.

      All events of that time were put into the queue again and are signed with the new secret; none has expired.`,
  },
  {
    titles: ['Webhooks arrive 20 to 40 minutes late', 'order.shipped webhook is late by half an hour'],
    priority: 'high',
    description: `
      Events of type order.shipped reach us 20 to 40 minutes late since {weekday}. Compare {order}: shipped {earlier}
      according to the history, our server received it at {time}. [order.created comes within a second.|Other event
      types are on time.]

      Our customers get the “it is on the way” mail when the parcel is already at the door.`,
    answer: `
      order.shipped waited behind a large export of another workspace. It has a queue of its own now, and {order}
      would have reached you within a second.

      We watch the delay from now on: over a minute somebody is called.`,
  },
  {
    titles: ['Stock sync with the web shop stops with 422', 'Web shop oversells because stock is not updated'],
    priority: 'high',
    description: `
      The connector to our web shop has not updated the stock since {yesterday}. The log repeats:

      |422 unprocessable: variant_id must be an integer, got "{fiveDigits}"
      |42 retries left, next in 300 s

      [We did not touch the articles.|Nothing was changed in the shop.] {small} orders had to be cancelled so far
      because the goods were sold out, so this is costing us money and patience.`,
    answer: `
      The shop began to send variants as text. Until it is settled who changes what, we take both. The sync has run
      through and your stock is right again; please check two or three articles.`,
  },
  {
    titles: ['Nightly import fails: “unknown column” in row 1', 'CSV import broken since the update'],
    priority: 'high',
    description: `
      Our nightly import worked for two years and fails since {weekday}:

      |row 1: unknown column "\uFEFForder_no"

      I believe the file begins with a byte order mark, as it always has, and that you now count it as part of the
      first name. [We cannot change the export of our ERP quickly.|The file comes from a supplier, we have no say in
      it.] About {threeDigits} orders a day have to be typed in by hand until this works.`,
    answer: `
      Exactly that. The byte order mark is skipped again, as it was before the update. I have imported last night's file
      by hand: all rows came in.`,
  },
  {
    titles: ['Shipping labels come out blank', 'Labels are printed 2 cm too low, scanner cannot read them'],
    priority: 'high',
    description: `
      Since this morning the label printers in {city} produce [blank labels|labels that are shifted so far down that
      the barcode is cut off]. The same label as PDF on the screen is fine. Test pages from the printer are fine too.

      We use the 10 × 15 cm format with print client {version}. {small} pallets are waiting at the ramp and the
      carrier comes at 16:30.`,
    answer: `
      Print client {version} sends the page in the wrong size to printers with the 10 × 15 cm format. Please install
      the version from the download page, or set **Scale: none** in the printer for today.

      The labels of this morning can be printed again from the order list.`,
  },
  {
    titles: ['Duplicate orders when a request times out', 'Idempotency-Key is ignored, orders are created twice'],
    priority: 'high',
    description: `
      When POST /v2/orders takes longer than our 10 s timeout we repeat the call with the same Idempotency-Key.
      Yesterday that made two orders, {order} and {order2}, both delivered. [The documentation promises the first
      answer again.|According to the manual the second call should return the first order.]

      |Idempotency-Key: 0c9f-{fiveDigits}
      |first call:  timeout after 10.0 s
      |second call: 201 Created, x-request-id {request}

      We found {small} pairs in the last week. Is the key only stored once the order is complete?`,
    answer: `
      Yes, the key was stored only when the order was complete, so a second call in between made another one. It is
      kept from the first moment now: the second call waits and gets the answer of the first.

      {order2} and the others you found are cancelled, and none of them is charged.`,
  },
  {
    titles: ['Signatures taken offline are lost', 'Proof of delivery missing when the phone had no network'],
    priority: 'high',
    description: `
      Outside {city} there are stretches without network. The driver app {version} keeps signatures for later, so far
      so good. But since the update [they never reach the order: {order} shows “delivered” without a signature|about
      every second one is missing afterwards, for example on {order}].

      Without a signature our insurance does not pay. Are they still on the phones, or lost for good? Until we know,
      no driver will update the app.`,
    answer: `
      They are **not lost**: the phones still have them and only did not send them. The update of tonight sends what
      is waiting, also for {order}.

      Please ask drivers not to uninstall the app before that.`,
  },
  {
    titles: ['Planning board takes half a minute to load', 'Planning unusable with more than 400 orders'],
    priority: 'high',
    description: `
      With more than about 400 open orders the planning board needs 30 seconds to load and again after each drag. [It
      was two seconds until {weekday}.|Last month the same day took two seconds.] {browser}, 16 GB of memory, cable
      network.

      In the network panel it is one call, GET /planning/day, with 11 MB. Most of that is delivery photos as base64.
      Our planners start at five now in order to be ready by eight.`,
    answer: `
      You read it rightly: the photos should never have been part of that answer. They are gone from it since today,
      and your day loads in under two seconds when we try it.`,
  },
  {
    titles: ['Order confirmations are not sent', 'Customers get no confirmation mail since {weekday}'],
    priority: 'high',
    description: `
      No order confirmation has been sent since {weekday} evening; {order} and {order2} are examples. In the order
      history it says “queued”. [Test mails from the settings page do arrive.|Delivery notices go out normally.]

      We did change our sender address that day, from orders@ to hello@{domain}. The domain check in the settings is
      green.`,
    answer: `
      The new sender address was accepted, but the old one was still named in the template, and the mail service holds
      such mails back. I have set the template to hello@{domain}.

      The confirmations that waited are being sent, {order} and {order2} first.`,
  },
];
