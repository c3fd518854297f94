// Icons of files; they travel with the conversation.
import draft from '@material-symbols/svg-400/rounded/draft.svg';
import folderZip from '@material-symbols/svg-400/rounded/folder_zip.svg';
import image from '@material-symbols/svg-400/rounded/image.svg';
import pictureAsPdf from '@material-symbols/svg-400/rounded/picture_as_pdf.svg';

export const ATTACHMENT_ICONS = { draft, folder_zip: folderZip, image, picture_as_pdf: pictureAsPdf } as const;
