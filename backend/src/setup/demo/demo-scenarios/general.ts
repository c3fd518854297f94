import type { DemoScenario } from '../demo-scenario.ts';

export const GENERAL_SCENARIOS: readonly DemoScenario[] = [
  {
    titles: ['Signed data processing agreement needed by {deadline}', 'Contract on hold until we have your signed DPA'],
    priority: 'high',
    description: `
      One of our largest customers signs with us on {deadline}, on the condition that every processor has a signed
      data processing agreement. We sent you ours on {lastWeek} and have heard nothing. [Your standard agreement is
      fine as well.|If you have a standard text, we will take that.]

      It needs a signature by somebody who may represent you. Please tell me today whether that is possible.`,
    answer: `
      Yes, today. Your agreement is fine with two small changes on page 4, which our lawyer has marked. Dana Okafor,
      who may sign for us, sends the signed copy to {email} this afternoon.`,
  },
  {
    titles: ['Security questionnaire from our insurer', '{seats} questions about your security'],
    priority: 'medium',
    description: `
      Our cyber insurer wants answers about all suppliers that hold customer data. The sheet has {seats} questions,
      from backup intervals to how keys are stored. [Do you have a document that answers most of them?|A current
      certificate or audit report may save us both the work.]

      We have time until {renewal}.`,
    answer: `
      Our report of this year answers about two thirds of it. I have put it, and answers to most of the rest, into
      your data room; please confirm the agreement there once.

      What is left are questions 7 and 12, which our security people answer by the end of the week.`,
  },
  {
    titles: ['Your maintenance window falls into our busiest night', 'Can the maintenance on {renewal} be moved?'],
    priority: 'medium',
    description: `
      You announced maintenance for the night of {renewal}, 22:00 to 02:00 UTC. That is when [our {city} depot
      loads|we load the vans for the market]; without the planning board nothing leaves the yard.

      Could it be moved by a day, or would read access remain? We would print the tours beforehand if we knew for
      certain.`,
    answer: `
      We have moved it to the night after, 22:00 to 02:00 UTC. Reading works all the time, but please print nothing:
      the board goes on as read-only.`,
  },
  {
    titles: ['Training for {small} new planners', 'Do you offer training in {city}?'],
    priority: 'medium',
    description: `
      {small} new planners start with us in {nextMonth}. We would like half a day of training, [remote is fine|on site
      in {city} if possible], with our own data.

      What does it cost, and how far ahead do we have to book?`,
    answer: `
      Half a day for up to twenty people is possible remotely, with your own data. We have Tuesday mornings free from
      the 8th on; booking two weeks ahead is enough. The price list is in the help centre under **Training**.`,
  },
  {
    titles: ['Where is our data stored?', 'Data location and list of sub-processors'],
    priority: 'medium',
    description: `
      Our data protection officer asks in which countries our data is stored and processed, backups and support
      included. The page in your help centre [was last changed two years ago|names the region but not the companies].

      Please send the current list of sub-processors to {email}.`,
    answer: `
      Everything is stored and processed in Frankfurt and Dublin, backups included. Support reads it from Berlin and
      Cork. The current list of sub-processors is on its way to {email}, and the page in the help centre has been
      brought up to date.`,
  },
  {
    titles: ['Is there phone support outside office hours?', 'Who do we call when something breaks at 4 am?'],
    priority: 'medium',
    description: `
      Our drivers start at four in the morning. When something breaks then, the chat says that you are back at eight.
      [Last month we lost half a day that way.|By eight the vans have to be on the road.]

      Is there an emergency number on the {plan} plan, or on a bigger one?`,
    answer: `
      On the Business plan there is an emergency number, day and night, for what keeps you from working: you find it
      under Help, **Emergency**. On Team there is none.

      Who is on Team may try it until the end of a month, so that you can see whether you need it.`,
  },
  {
    titles: ['Which plan includes the audit log export?', 'Audit log as a file: which plan?'],
    priority: 'low',
    description: `
      We are on {plan} and our legal department asks for a yearly export of the audit log. The comparison page [lists
      “audit log” for all plans but does not mention the export|only says “advanced audit”].

      Which plan do we need, and does the export reach back to the time before an upgrade?`,
    answer: `
      The export belongs to Business. It reaches back to the first day of your workspace, also to the time before the
      upgrade. We will say so on the comparison page.`,
  },
  {
    titles: ['Is there a dark theme for the customer portal?', 'Dark theme in the portal?'],
    priority: 'low',
    description: `
      Several of our night-shift planners ask for one. Is it on the roadmap? [The driver app has had one since spring
      and everybody likes it.|For the time being we use a browser extension that makes the maps unreadable.]`,
    answer: `
      It is planned for spring, together with maps that fit. I have added your planners to the list of those who try
      it first.`,
  },
  {
    titles: ['Portal in Polish or Czech', 'Will there be more languages in the customer portal?'],
    priority: 'low',
    description: `
      About a third of our customers read neither English nor German. Do you plan further languages for the portal,
      Polish and Czech above all? We would be glad to check the translation, [word by word if you like|two colleagues
      are native speakers].`,
    answer: `
      Polish comes next and Czech after it. We would gladly take up your offer: the texts are ready in about three
      weeks. May I write to you then?`,
  },
  {
    titles: ['Compliment: the new planning board', 'The new board saves us half an hour a day'],
    priority: 'low',
    description: `
      Just to say it once: the new planning board is great. Dragging a stop from one tour to another and seeing at
      once what it does to the arrival times saves us half an hour [every morning|per shift].

      One wish: the colours of the tours could stay the same from day to day.`,
    answer: `
      Thank you! I have read it out to the people who made it. The colours of the tours will stay the same from day to
      day with the next update.`,
  },
  {
    titles: ['Wish: duplicate an order', 'Copy an old order as a starting point'],
    priority: 'low',
    description: `
      Many customers order the same thing every week with one or two changes. A button “Duplicate” in the order would
      spare us a lot of typing. [Templates are no help, they do not know the customer.|We know about recurring orders,
      but those have to be identical.]

      Is there a list where we can vote for something like this?`,
    answer: `
      There is no list to vote, but we count. Yours is the 41st wish for this, and it is planned for {nextMonth}. I
      keep this ticket with the plan and tell you when it is there.`,
  },
  {
    titles: ['Do you have a partner programme?', 'We would like to recommend you to our customers'],
    priority: 'low',
    description: `
      We advise mid-sized traders on logistics and introduce about {small} of them to a planning tool every year. Is
      there a partner programme, with a contact person and a demo workspace that we may show around?

      My colleague {colleague} would look after it.`,
    answer: `
      We have: partners get a demo workspace, a person to talk to and 10 % of the first year. Marta Lindqvist leads it
      and writes to {colleague} this week.`,
  },
  {
    titles: ['Get notified about outages', 'Subscribe to the status page by SMS'],
    priority: 'low',
    description: `
      The status page offers updates by mail and feed. During the last outage our mail was down as well. [Can we get a
      text message?|Is there a way to get them by SMS or webhook?]`,
    answer: `
      The status page takes webhooks now, and most text message services can be called by one. Open it, choose
      **Subscribe**, then **Webhook**. Text messages of our own are not planned.`,
  },
  {
    titles: ['List of keyboard shortcuts', 'Keyboard shortcuts in the planning board?'],
    priority: 'low',
    description: `
      I found out by accident that “N” opens a new order. What else is there? A page that one can print and pin to the
      wall would be [lovely|very welcome, my colleagues hate the mouse].`,
    answer: `
      Press **?** anywhere and you see them all; the same page has a print view. The ones that are worth learning
      first:

      |- **N** new order, **D** duplicate a tour
      |- **J** and **K** to the next and the one before
      |- **/** search`,
  },
  {
    titles: ['Which public holidays are you closed?', 'Support hours over the holidays'],
    priority: 'low',
    description: `
      For our shift plan: on which days in {nextMonth} is your support closed? [Here in {city} the holidays are
      different from yours.|We work through most of them.] A calendar to subscribe to would be ideal.`,
    answer: `
      We are closed on the holidays of Berlin; for what is critical somebody is on call on every day of the year. The
      calendar to subscribe to is at the foot of the help page.`,
  },
  {
    titles: ['Accessibility statement for a public tender', 'Does the portal meet WCAG 2.2?'],
    priority: 'low',
    description: `
      We take part in a public tender and have to show that the customer portal is accessible (EN 301 549, WCAG 2.2
      level AA). Do you have a statement or a test report? [A draft would be enough for now.|We hand in the papers on
      {renewal}.]`,
    answer: `
      We have a statement and the report of a test from this spring (WCAG 2.2 AA, two open points, both with a date).
      Both are on their way to you; you may hand them in as they are.`,
  },
  {
    titles: ['Where are API changes announced?', 'A changelog for the API'],
    priority: 'low',
    description: `
      We learnt from an error in our log that the field “delivery_note” became “delivery_notes”. [It works again since
      {weekday}.|Nothing broke for long.] Is there a changelog or a mailing list for such changes? I could not find
      either in the documentation.`,
    answer: `
      There is a changelog at the foot of the API documentation, with a feed. Renaming that field without a notice was
      our mistake: both names work again and will until next summer.`,
  },
];
