import type { DemoScenario } from '../demo-scenario.ts';

/** Things on the screen, on paper and in the hand that do not work as they should. */
export const APP_SCENARIOS: readonly DemoScenario[] = [
  {
    titles: ['CSV export stops at 10,000 customers', 'Customer export is incomplete'],
    priority: 'medium',
    description: `
      Customers, Export, CSV always ends at row 10,000. We have {count}. [No message, the file simply stops.|The page
      says “Export complete”.] With a filter on the letter M I do get rows that are missing in the large file.

      We need the whole list once a quarter for our dunning run.`,
    answer: `
      That limit was meant for the screen, not for the file. It is gone; your export has all {count} rows now and says
      how many there are in its last line.`,
  },
  {
    titles: ['Umlauts are broken in the CSV export', 'MÃ¼ller instead of Müller in the export'],
    priority: 'medium',
    description: `
      When I open the export in my spreadsheet, Müller becomes MÃ¼ller and Čapek becomes ÄŒapek. [Opening it in a text
      editor looks right.|Until {lastMonth} it worked with a double click.]

      I know that I can choose the encoding in the import dialog, but {small} colleagues do not. Could the file start
      with a byte order mark again, or could there be an XLSX export?`,
    answer: `
      The byte order mark is back, and XLSX is on its way. A double click should do again; please tell me if it does
      not with one of your {small} colleagues.`,
  },
  {
    titles: ['Greek and Japanese names print as ???', 'Delivery notes show boxes instead of letters'],
    priority: 'medium',
    description: `
      Names in Greek or Japanese are correct on the screen, but the delivery note as PDF shows [question marks|little
      boxes]. Examples: Παπαδοπούλου, 田辺商店, Nguyễn Thị Ánh (here only the ễ is missing).

      Is a font missing in the PDF template? We export to {small} countries, so this is not rare.`,
    answer: `
      The template had one font and no other to turn to. It has now, also for Vietnamese. Please print one of your
      examples once more: notes that were made before stay as they are.`,
  },
  {
    titles: [
      'Confirmation mail shows <b>markup</b> instead of bold text',
      'HTML tags visible in the order confirmation',
    ],
    priority: 'medium',
    description: `
      Since the new mail editor our customers read things like

      |Your order <b>{order}</b> is confirmed.<br/>Thank you &amp; see you soon!

      It is bold in the preview. [Only the German template is affected.|The plain text part is fine, the HTML part
      seems to be escaped twice.] For now I removed all formatting, which looks rather sad.`,
    answer: `
      It was escaped twice when a template had been opened in both editors. Save it once in the new one and it is
      right; I have done that for yours and sent a test to {email}.`,
  },
  {
    titles: ['Search for “100%” finds everything', 'Percent sign in the order search'],
    priority: 'medium',
    description: `
      When I search the articles for 100% I get all {count} of them, not only those with 100% in the name (“100%
      cotton”, “Juice 100% pear”). An underscore does the same: A_12 also finds AB12 and A-12.

      [Quotes do not help.|I tried "100%" in quotes as well.] It looks as if the signs were taken for wildcards.
      Please treat them as what they are.`,
    answer: `
      % and _ are taken as they are typed since today. “100%” finds what has it in the name, and A_12 finds A_12
      alone.`,
  },
  {
    titles: ['Delivery windows are off by one hour', 'Time zone mix-up in delivery windows'],
    priority: 'medium',
    description: `
      Customers choose 8 to 10 in the portal, drivers see [7 to 9|9 to 11] in the app. The order page in the office
      shows the right time. [It began with the change of clocks.|It only happens with orders from another country.]

      The depot is set to the time zone of {city}. We tell the drivers to add an hour in their heads, which works
      until it does not.`,
    answer: `
      Windows were kept with an offset that was not that of the depot. They have been corrected for all
      future days, so please let the drivers stop adding an hour.`,
  },
  {
    titles: ['Monthly report and order list do not add up', 'Revenue report for {lastMonth} is too low'],
    priority: 'medium',
    description: `
      The revenue report for {lastMonth} says {amount} less than the sum of the orders in the list, same filter, same
      dates. [It seems that orders from the last evening of the month are missing|Orders that were delivered after
      midnight seem to be missing], {order} for example.

      Could it be that the report cuts the month in UTC and the list in our own time?`,
    answer: `
      Your guess is right, the report cut the month in UTC. It goes by the time of your workspace now, and {lastMonth}
      has {order} in it. The sum agrees with the list.`,
  },
  {
    titles: ['Filters are gone after going back', 'Order list forgets filter and scroll position'],
    priority: 'medium',
    description: `
      I filter the orders by depot and status, open one, go back, and the list starts from the top without any filter.
      [It used to remember until the update of {weekday}.|With about 300 orders a day that is a lot of clicking.]
      {browser}.`,
    answer: `
      The list keeps its filters in the address again, and its place when you come back. Load the page anew once,
      please.`,
  },
  {
    titles: ['Large attachments disappear without a message', 'Upload of a 12 MB file does nothing'],
    priority: 'medium',
    description: `
      When I attach a file of more than 10 MB to an order the progress bar runs to 100 % and then [nothing is
      there|the window closes and the file is missing]. Smaller files work.

      A limit is fine, but then please say so. {colleague} believed for a week that the damage photos had been saved.`,
    answer: `
      The limit is 10 MB, and the page did not say so: from today it does before anything is sent. For photos of
      damages I have raised it to 25 MB in your workspace.`,
  },
  {
    titles: ['Scanner reads every barcode twice', 'Items are counted double when scanning'],
    priority: 'medium',
    description: `
      In the picking view each scan counts two items, but only [on the newer Android devices|with app version
      {version}]. The scanner itself sends the code once followed by Enter, I checked in a notes app.

      If we turn off “confirm with Enter” it counts one, but then manual input no longer works.`,
    answer: `
      The app took both the code and the Enter for a scan. It is mended in the version that comes on Monday; until
      then “confirm with Enter” off, and the field **Code** for manual input, works.`,
  },
  {
    titles: ['Map stays grey in Firefox', 'Tour map does not load in the office network'],
    priority: 'medium',
    description: `
      The map on the tour page stays grey in Firefox; Chrome on the same computer shows it. The console says

      |Content-Security-Policy: The page’s settings blocked the loading of a resource (worker-src) at blob:

      [Firefox is the only browser our IT allows.|We see it on {small} computers, all up to date.] The list of stops
      beside the map works.`,
    answer: `
      Our new rule for scripts forgot how Firefox starts the map. It is there again after loading the page anew;
      nothing has to be changed in your network.`,
  },
  {
    titles: ['SMS with an emoji is cut off', 'Text message ends in the middle of a word'],
    priority: 'medium',
    description: `
      Our delivery SMS reads “Your parcel 📦 is on its way, the driver will be with you between 14:00 and…” and then
      ends. Without the emoji the whole text arrives. [So does any text with ł or ő in it.|Letters such as ş and ğ
      have the same effect.]

      I understand that special characters need more room, but the editor counts 118 of 160, so nobody notices.`,
    answer: `
      With one sign outside the small alphabet a message has 70 characters, not 160. The editor counts rightly now and
      warns before it is cut; longer texts are sent in parts.`,
  },
  {
    titles: ['Order total differs by a cent from the sum', 'Three decimals per kilo: total is rounded oddly'],
    priority: 'medium',
    description: `
      We sell by weight with prices of three decimals, e.g. 1.245 per kg. {order} has 7 such lines; the total is one
      cent lower than the sum of the rounded lines, and [our customer's system rejects the invoice|the customer
      complained].

      Do you round each line or only at the end? Either is fine with us, but the printed lines have to add up.`,
    answer: `
      Each line is rounded now and the total is their sum, so that printed lines add up. {order} was corrected, and
      the new invoice is with your customer.`,
  },
  {
    titles: ['Los cambios en la ficha del cliente no se guardan', 'La dirección de entrega vuelve a la anterior'],
    priority: 'medium',
    language: 'es',
    description: `
      Cuando cambio la dirección de entrega de un cliente y pulso «Guardar», aparece el aviso verde, pero al volver a
      abrir la ficha [está la dirección antigua|todo sigue como antes]. Ocurre desde el {lastWeek}, solo con clientes
      que tienen más de una dirección.

      Ayer el pedido {order} salió hacia la dirección equivocada. ¿Pueden revisarlo? Hemos probado con dos navegadores
      y también desde el móvil, con el mismo resultado.`,
    answer: `
      Hemos encontrado el error: con varias direcciones se guardaba siempre la primera. Está corregido desde esta
      mañana.

      He revisado los cambios de su empresa de estos días y los he aplicado de nuevo; el pedido {order} ya tiene la
      dirección correcta.`,
  },
  {
    titles: ['Spelling mistake in the German driver app', 'Small translation errors in German'],
    priority: 'low',
    description: `
      On the delivery screen it says “Unterschrifft erfassen”, it should be “Unterschrift erfassen”. [And “Tour
      abschliesen” needs a ß: “abschließen”.|Also “Adreße” should be “Adresse”.] Nothing urgent, but customers look at
      this screen when they sign.`,
    answer: `
      Danke, or rather: thank you! All of them are corrected in the next version of the app.`,
  },
  {
    titles: ['Chart labels unreadable in the dark theme', 'Dark grey text on black in reports'],
    priority: 'low',
    description: `
      In the dark theme the numbers along the axis of the report charts are dark grey on nearly black. [I only see
      them when I select the text.|On a projector they are invisible.] The light theme is fine. {browser}.`,
    answer: `
      They have the colour of the other text now, also on a projector. Please load the page anew once.`,
  },
  {
    titles: ['Column widths are not remembered', 'Order list resets my columns every morning'],
    priority: 'low',
    description: `
      I make the column “Customer” wider every morning and every next morning it is narrow again. [The order of the
      columns is kept, only the width is not.|Hidden columns stay hidden, so something is being saved.]`,
    answer: `
      The width was kept for the day only, which nobody wanted. It stays from now on, for each person.`,
  },
  {
    titles: ['Calendar starts on Sunday', 'Week should begin on Monday in the date picker'],
    priority: 'low',
    description: `
      The date picker for delivery days begins the week on Sunday although our workspace is set to {city}. [Twice now
      somebody planned a Monday delivery for Sunday.|My colleagues keep clicking one day too early.] Where can we
      change that?`,
    answer: `
      It follows the language of each person, not the workspace. Under your picture, **Language and region**, choose
      the region of {city}; for all your colleagues an owner can set it under Settings, Workspace.`,
  },
  {
    titles: ['Help text hides behind the side bar', 'Tooltip on the first column is cut off'],
    priority: 'low',
    description: `
      The little help text that appears over the first column of the order list is half hidden by the side bar. [Only
      with the side bar folded out.|It is readable when I zoom out to 80 %.] {browser}.`,
    answer: `
      Seen and mended; it opens to the other side where there is no room. It is there with the update of Thursday.`,
  },
];
