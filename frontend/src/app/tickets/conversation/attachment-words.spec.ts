import { fileIcon } from './attachment-words';

describe('the words of an attachment', () => {
  it.each([
    ['image/png', 'image'],
    ['application/pdf', 'picture_as_pdf'],
    ['application/zip', 'folder_zip'],
    ['application/gzip', 'folder_zip'],
    ['text/plain', 'draft'],
  ])('have an icon: %s', (type, icon) => {
    expect(fileIcon(type)).toBe(icon);
  });
});
