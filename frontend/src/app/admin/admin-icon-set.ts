// Icons that only the admin pages show; they travel with those pages, not with the first download.
import adminPanelSettings from '@material-symbols/svg-400/rounded/admin_panel_settings.svg';
import archive from '@material-symbols/svg-400/rounded/archive.svg';
import article from '@material-symbols/svg-400/rounded/article.svg';
import arrowDownward from '@material-symbols/svg-400/rounded/arrow_downward.svg';
import arrowForward from '@material-symbols/svg-400/rounded/arrow_forward.svg';
import arrowUpward from '@material-symbols/svg-400/rounded/arrow_upward.svg';
import calendarMonth from '@material-symbols/svg-400/rounded/calendar_month.svg';
import contentCopy from '@material-symbols/svg-400/rounded/content_copy.svg';
import database from '@material-symbols/svg-400/rounded/database.svg';
import deleteIcon from '@material-symbols/svg-400/rounded/delete.svg';
import dns from '@material-symbols/svg-400/rounded/dns.svg';
import dragIndicator from '@material-symbols/svg-400/rounded/drag_indicator.svg';
import factCheck from '@material-symbols/svg-400/rounded/fact_check.svg';
import gridView from '@material-symbols/svg-400/rounded/grid_view.svg';
import group from '@material-symbols/svg-400/rounded/group.svg';
import history from '@material-symbols/svg-400/rounded/history.svg';
import key from '@material-symbols/svg-400/rounded/key.svg';
import lightbulb from '@material-symbols/svg-400/rounded/lightbulb.svg';
import lockReset from '@material-symbols/svg-400/rounded/lock_reset.svg';
import mail from '@material-symbols/svg-400/rounded/mail.svg';
import merge from '@material-symbols/svg-400/rounded/merge.svg';
import moreVert from '@material-symbols/svg-400/rounded/more_vert.svg';
import modelTraining from '@material-symbols/svg-400/rounded/model_training.svg';
import networkIntelligence from '@material-symbols/svg-400/rounded/network_intelligence.svg';
import personAdd from '@material-symbols/svg-400/rounded/person_add.svg';
import personOff from '@material-symbols/svg-400/rounded/person_off.svg';
import swapVert from '@material-symbols/svg-400/rounded/swap_vert.svg';
import unarchive from '@material-symbols/svg-400/rounded/unarchive.svg';
import undo from '@material-symbols/svg-400/rounded/undo.svg';
import warning from '@material-symbols/svg-400/rounded/warning.svg';

export const ADMIN_ICONS = {
  admin_panel_settings: adminPanelSettings,
  archive,
  article,
  arrow_downward: arrowDownward,
  arrow_forward: arrowForward,
  arrow_upward: arrowUpward,
  calendar_month: calendarMonth,
  content_copy: contentCopy,
  database,
  delete: deleteIcon,
  dns,
  drag_indicator: dragIndicator,
  fact_check: factCheck,
  grid_view: gridView,
  group,
  history,
  key,
  lightbulb,
  lock_reset: lockReset,
  mail,
  merge,
  more_vert: moreVert,
  model_training: modelTraining,
  network_intelligence: networkIntelligence,
  person_add: personAdd,
  person_off: personOff,
  swap_vert: swapVert,
  unarchive,
  undo,
  warning,
} as const;

/** The name of an icon of the admin pages, as `svgIcon` takes it. */
export type AdminIconName = keyof typeof ADMIN_ICONS;
