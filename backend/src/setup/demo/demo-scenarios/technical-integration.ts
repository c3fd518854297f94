import type { DemoScenario } from '../demo-scenario.ts';

/** The API, webhooks, connectors, and the developers who work with them. */
export const INTEGRATION_SCENARIOS: readonly DemoScenario[] = [
  {
    titles: ['429 although we are far below the rate limit', 'Rate limit counts more requests than we send'],
    priority: 'medium',
    description: `
      We get 429 from GET /v2/orders with about 40 requests per minute; the {plan} plan allows 300. The headers say

      |x-ratelimit-limit: 300
      |x-ratelimit-remaining: 0
      |retry-after: 37

      [Do requests of the web app count too?|Is the limit per token or per workspace?] Our second token, used by the
      warehouse display, polls every five seconds.`,
    answer: `
      The limit is for each workspace and counts all tokens, so the display with a request every five seconds and your
      40 are not the whole of it: a third token, “export-old”, asks 260 times a minute.

      If nobody needs it, revoke it under Settings, API. The headers will name the token soon.`,
  },
  {
    titles: ['Paging returns some orders twice and skips others', 'Orders missing when reading all pages'],
    priority: 'medium',
    description: `
      We read all orders with page=1, 2, 3 … While new ones come in, the pages shift: {order} was on page 4 and again
      on page 5, and {order2} on neither. [In a night with {count} orders we lose a handful.|It took us weeks to find
      out why our totals are wrong.]

      Is there a cursor, or a way to ask for “everything changed since {yesterday}”?`,
    answer: `
      There is a cursor: ask with \`sort=updated_at\` and follow \`next\` in the answer until it is null, and nothing
      is read twice or skipped. \`updated_since\` gives you what changed since yesterday.

      The guide has an example now, which it should have had before.`,
  },
  {
    titles: ['Same webhook event delivered five times', 'Webhook retries although we answer 200'],
    priority: 'medium',
    description: `
      Every event arrives five times. Our endpoint answers 200 within [300|450] ms with an empty body. Your delivery
      log shows “failed: no response” for the first four attempts.

      We did move to HTTP/2 on {weekday}. Could your client have trouble with that? For now we drop repeated event
      ids.`,
    answer: `
      Our client did not take an empty body over HTTP/2 for an answer. It does since today: your log shows one attempt
      for each event now.

      Dropping repeated ids is a good idea in any case, please keep it.`,
  },
  {
    titles: ['Accounting connector books shipping to the wrong account', 'Shipping costs end up as revenue'],
    priority: 'medium',
    description: `
      Since {lastMonth} the accounting connector books shipping costs to the revenue account and not to the one chosen
      in the mapping. [The mapping page still shows the right account.|Saving the mapping again changed nothing.]
      {small} bookings have to be corrected so far.

      Example: {order}, shipping {smallAmount}, exported at {time}.`,
    answer: `
      The connector used the mapping of the old tax year. It reads the present one again, and the {small} bookings
      were sent once more with the right account; the old ones are marked as cancelled.`,
  },
  {
    titles: ['Generated TypeScript client does not compile', 'OpenAPI: delivered_at is null but not nullable'],
    priority: 'medium',
    description: `
      The client that we generate from your OpenAPI document trusts it, and fails at run time: delivered_at is
      declared as a required string, but open orders have null there.

      |{
      |  "id": "{order}",
      |  "state": "planned",
      |  "delivered_at": null
      |}

      Should it be "type": ["string", "null"]? [The same goes for driver and signature.|tour_id has the same problem.]`,
    answer: `
      Yes, it should, and the others too. The document is corrected and has been checked against real answers; please
      generate the client again.`,
  },
  {
    titles: ['Sync agent crashes with out of memory every night', 'Sync agent {version} keeps restarting'],
    priority: 'medium',
    description: `
      The sync agent {version} on our server in {city} crashes every night while it uploads the articles. Before the
      update it took 20 minutes and less than 1 GB; now it takes all 4 GB and is killed. [We went back to the previous
      version for tonight.|More memory only delays it.] This is the log of last night:

      |02:00:00.012 INFO  agent        starting sync, profile=nightly
      |02:00:00.340 INFO  source       connected to C:\\Export\\articles (share)
      |02:00:01.877 INFO  source       found 214 files, oldest 2 days
      |02:00:02.103 INFO  upload       batch 1/214 articles=500 heap=182MB
      |02:00:09.551 INFO  upload       batch 2/214 articles=500 heap=241MB
      |02:00:17.020 INFO  upload       batch 3/214 articles=500 heap=299MB
      |02:00:24.816 WARN  upload       slow response 7011 ms, request={request}
      |02:00:32.407 INFO  upload       batch 4/214 articles=500 heap=371MB
      |02:00:40.118 INFO  upload       batch 5/214 articles=500 heap=430MB
      |02:03:58.664 INFO  upload       batch 31/214 articles=500 heap=1918MB
      |02:03:58.665 WARN  gc           collected 12MB in 1840 ms
      |02:06:41.290 WARN  upload       retry 1/5 after ECONNRESET
      |02:06:46.301 WARN  upload       retry 2/5 after ECONNRESET
      |02:06:56.322 INFO  upload       batch 52/214 articles=500 heap=3207MB
      |02:08:12.977 ERROR gc           heap limit reached, allocated=4096MB
      |02:08:12.981 ERROR agent        OutOfMemory: cannot allocate 67108864 bytes
      |02:08:12.981 ERROR agent          at UploadQueue.append (queue.cs:118)
      |02:08:12.981 ERROR agent          at Batch.Serialize (batch.cs:64)
      |02:08:12.981 ERROR agent          at Uploader.Run (uploader.cs:207)
      |02:08:13.002 INFO  service      agent ended with code 137, restarting in 60 s

      It looks as if the batches that were sent are kept in memory: the heap grows by about 60 MB with each of them
      and never shrinks. The garbage collector runs but finds nothing to free.

      What we tried: [a smaller batch size (100), same growth per article|turning off compression, no difference];
      another account, no difference; an empty cache folder, no difference. The files themselves have not changed,
      each is about 2 MB of JSON in UTF-8, and the previous agent reads them without trouble.

      We can send a memory dump, it is 4 GB. Please tell us where to put it; it contains prices, so not by mail.`,
    answer: `
      The dump is not needed, your log was enough: the agent kept each batch for the case that it had to be sent again
      and never let go of it. The version on the download page does, and uses 300 MB with your files.

      Batches of 500 are fine.`,
  },
  {
    titles: ['Import rejects amounts with a comma', 'Decimal comma in the import file'],
    priority: 'medium',
    description: `
      Our ERP writes amounts as 1.234,56. The import reads that as 1.23 and does not complain, so {small} orders went
      out with a ridiculous price. [A customer paid {smallAmount} for a pallet of goods.|We noticed because a customer
      thanked us for the discount.]

      Is there a setting for the number format? If not, the import should rather refuse the row.`,
    answer: `
      There is a setting now, **Numbers are written as**, in the profile of the import, and a row with a number that
      cannot be read is refused.

      I have stopped the invoices of the {small} orders, so that nobody pays such a price.`,
  },
  {
    titles: ['Webhook for cancelled orders is missing', 'No event when an order is cancelled'],
    priority: 'medium',
    description: `
      order.created, order.updated and order.shipped arrive, but when a planner cancels an order there is no event at
      all. [The docs list order.cancelled.|In the settings the box “cancelled” is ticked.] Example: {order}, cancelled
      {earlier}.

      Our warehouse packed three parcels yesterday that nobody wanted any more.`,
    answer: `
      order.cancelled was sent for orders that customers cancel, not for those of planners. It is for both now;
      that of {order} has been sent to you after all.`,
  },
  {
    titles: ['Search API does not find order numbers with a slash', 'GET /v2/orders?reference=A/17 returns nothing'],
    priority: 'medium',
    description: `
      References with a slash are not found through the API, although the web app finds them:

      |GET /v2/orders?reference=A%2F{threeDigits}   -> 200, results: []
      |GET /v2/orders?reference=A%252F{threeDigits} -> 200, 1 result

      So the value seems to be decoded twice. [We could encode twice, but that will break the day you fix it.|We do
      not want to build on that.] Which way is intended?`,
    answer: `
      Once is right: A%2F{threeDigits} is what it should be. Both ways work until the end of the year, then the second
      one ends; we tell you by mail before.`,
  },
  {
    titles: ['Sandbox data is older than a year', 'Test workspace lacks the new fields'],
    priority: 'low',
    description: `
      The sandbox that belongs to our workspace does not know the fields tour_color and packaging, so we cannot test
      against it. [Could it be refreshed?|Is there a button to reset it that I do not see?] No hurry, we go live in
      {nextMonth}.`,
    answer: `
      I have refreshed yours, and there is a button now: Settings, Sandbox, **Start afresh**. It has tour_color and
      packaging.`,
  },
  {
    titles: ['Is there a client library for C++ or C#?', 'Client library for C#'],
    priority: 'low',
    description: `
      We found your libraries for Python and TypeScript. Our warehouse software is written in C++ with some C# around
      it. Is there anything we can use, [or do we generate it from the OpenAPI document?|official or not?]

      If we generate it: are the operation ids stable?`,
    answer: `
      None of our own. Please generate it: the operation ids are stable, and changing one would count as a breaking
      change. For C# we try the generator with each release.`,
  },
  {
    titles: ['Example in the webhook guide is outdated', 'Documentation: field names in the webhook example'],
    priority: 'low',
    description: `
      The webhook guide shows "event_type": "ORDER_SHIPPED", the real payload has "type": "order.shipped". [It cost me
      an hour, maybe you can spare the next one.|The page is otherwise very good.] The example for retries also
      mentions a header that does not exist any more.`,
    answer: `
      Both are corrected, thank you. I have gone through the rest of the page as well and found a third one.`,
  },
  {
    titles: ['Security scan: are product names with <script> safe?', 'Finding from our penetration test'],
    priority: 'low',
    description: `
      Our testers saved an article named <script>alert('x')</script>. In the web app it shows as plain text, as it
      should. In the CSV export and in the label it is printed as it is. [They rate it as “informational”.|We consider
      that acceptable.]

      Please confirm in writing that output is escaped everywhere in the portal, including e-mails.`,
    answer: `
      In the portal and in mails every name is escaped, which a test of ours tries with each release. CSV files and
      labels are plain text by their nature; signs that a spreadsheet would take for a formula are marked.

      You may take this as the written confirmation.`,
  },
];
