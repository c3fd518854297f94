// Material Symbols Rounded, weight 400. A new icon is one import and one line below; use it by its file's name,
// `<mat-icon svgIcon="add" />`. Only what a page shows belongs here: each one is part of the first download.
import accountCircle from '@material-symbols/svg-400/rounded/account_circle.svg';
import add from '@material-symbols/svg-400/rounded/add.svg';
import arrowBack from '@material-symbols/svg-400/rounded/arrow_back.svg';
import arrowRightAlt from '@material-symbols/svg-400/rounded/arrow_right_alt.svg';
import arrowUpward from '@material-symbols/svg-400/rounded/arrow_upward.svg';
import barChart from '@material-symbols/svg-400/rounded/bar_chart.svg';
import barChartFill from '@material-symbols/svg-400/rounded/bar_chart-fill.svg';
import build from '@material-symbols/svg-400/rounded/build.svg';
import chatBubble from '@material-symbols/svg-400/rounded/chat_bubble.svg';
import check from '@material-symbols/svg-400/rounded/check.svg';
import checkCircleFill from '@material-symbols/svg-400/rounded/check_circle-fill.svg';
import chevronRight from '@material-symbols/svg-400/rounded/chevron_right.svg';
import circle from '@material-symbols/svg-400/rounded/circle.svg';
import clockLoader40 from '@material-symbols/svg-400/rounded/clock_loader_40.svg';
import close from '@material-symbols/svg-400/rounded/close.svg';
import closeFullscreen from '@material-symbols/svg-400/rounded/close_fullscreen.svg';
import cloudOff from '@material-symbols/svg-400/rounded/cloud_off.svg';
import contacts from '@material-symbols/svg-400/rounded/contacts.svg';
import contactsFill from '@material-symbols/svg-400/rounded/contacts-fill.svg';
import creditCard from '@material-symbols/svg-400/rounded/credit_card.svg';
import darkMode from '@material-symbols/svg-400/rounded/dark_mode.svg';
import download from '@material-symbols/svg-400/rounded/download.svg';
import doNotDisturbOn from '@material-symbols/svg-400/rounded/do_not_disturb_on.svg';
import edit from '@material-symbols/svg-400/rounded/edit.svg';
import error from '@material-symbols/svg-400/rounded/error.svg';
import filterList from '@material-symbols/svg-400/rounded/filter_list.svg';
import help from '@material-symbols/svg-400/rounded/help.svg';
import history from '@material-symbols/svg-400/rounded/history.svg';
import hourglassTop from '@material-symbols/svg-400/rounded/hourglass_top.svg';
import inbox from '@material-symbols/svg-400/rounded/inbox.svg';
import inboxFill from '@material-symbols/svg-400/rounded/inbox-fill.svg';
import keyboard from '@material-symbols/svg-400/rounded/keyboard.svg';
import keyboardArrowDown from '@material-symbols/svg-400/rounded/keyboard_arrow_down.svg';
import keyboardArrowUp from '@material-symbols/svg-400/rounded/keyboard_arrow_up.svg';
import keyboardReturn from '@material-symbols/svg-400/rounded/keyboard_return.svg';
import lightMode from '@material-symbols/svg-400/rounded/light_mode.svg';
import link from '@material-symbols/svg-400/rounded/link.svg';
import openInFull from '@material-symbols/svg-400/rounded/open_in_full.svg';
import personAdd from '@material-symbols/svg-400/rounded/person_add.svg';
import personCheck from '@material-symbols/svg-400/rounded/person_check.svg';
import priorityHigh from '@material-symbols/svg-400/rounded/priority_high.svg';
import refresh from '@material-symbols/svg-400/rounded/refresh.svg';
import replay from '@material-symbols/svg-400/rounded/replay.svg';
import reportFill from '@material-symbols/svg-400/rounded/report-fill.svg';
import schedule from '@material-symbols/svg-400/rounded/schedule.svg';
import search from '@material-symbols/svg-400/rounded/search.svg';
import sell from '@material-symbols/svg-400/rounded/sell.svg';
import shieldPerson from '@material-symbols/svg-400/rounded/shield_person.svg';
import notifications from '@material-symbols/svg-400/rounded/notifications.svg';
import shieldPersonFill from '@material-symbols/svg-400/rounded/shield_person-fill.svg';
import signalCellularAlt from '@material-symbols/svg-400/rounded/signal_cellular_alt.svg';
import signalCellularAlt1Bar from '@material-symbols/svg-400/rounded/signal_cellular_alt_1_bar.svg';
import signalCellularAlt2Bar from '@material-symbols/svg-400/rounded/signal_cellular_alt_2_bar.svg';
import swapVert from '@material-symbols/svg-400/rounded/swap_vert.svg';
import syncProblem from '@material-symbols/svg-400/rounded/sync_problem.svg';
import tableView from '@material-symbols/svg-400/rounded/table_view.svg';
import undo from '@material-symbols/svg-400/rounded/undo.svg';
import wandStars from '@material-symbols/svg-400/rounded/wand_stars.svg';

export const ICONS = {
  account_circle: accountCircle,
  add,
  arrow_back: arrowBack,
  arrow_right_alt: arrowRightAlt,
  arrow_upward: arrowUpward,
  bar_chart: barChart,
  'bar_chart-fill': barChartFill,
  build,
  chat_bubble: chatBubble,
  check,
  'check_circle-fill': checkCircleFill,
  chevron_right: chevronRight,
  circle,
  clock_loader_40: clockLoader40,
  close,
  close_fullscreen: closeFullscreen,
  cloud_off: cloudOff,
  contacts,
  'contacts-fill': contactsFill,
  credit_card: creditCard,
  dark_mode: darkMode,
  download,
  do_not_disturb_on: doNotDisturbOn,
  edit,
  error,
  filter_list: filterList,
  help,
  history,
  notifications,
  hourglass_top: hourglassTop,
  inbox,
  'inbox-fill': inboxFill,
  keyboard,
  keyboard_arrow_down: keyboardArrowDown,
  keyboard_arrow_up: keyboardArrowUp,
  keyboard_return: keyboardReturn,
  light_mode: lightMode,
  link,
  open_in_full: openInFull,
  person_add: personAdd,
  person_check: personCheck,
  priority_high: priorityHigh,
  refresh,
  replay,
  'report-fill': reportFill,
  schedule,
  search,
  sell,
  shield_person: shieldPerson,
  'shield_person-fill': shieldPersonFill,
  signal_cellular_alt: signalCellularAlt,
  signal_cellular_alt_1_bar: signalCellularAlt1Bar,
  signal_cellular_alt_2_bar: signalCellularAlt2Bar,
  swap_vert: swapVert,
  sync_problem: syncProblem,
  table_view: tableView,
  undo,
  wand_stars: wandStars,
} as const;

/** The name of an icon, as `svgIcon` takes it. */
export type IconName = keyof typeof ICONS;
