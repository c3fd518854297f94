import { contentType } from './content-type.ts';

const ZIP = Buffer.from('504b0506000000000000000000000000000000000000', 'hex');

describe('the type of a content', () => {
  it.each([
    ['a picture, whatever it is called', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'image/png'],
    ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ\n'), 'application/pdf'],
    ['an archive', ZIP, 'application/zip'],
    ['a text in any script', Buffer.from('Привет, 世界\r\n\tüber'), 'text/plain'],
    ['a text that is cut in the midst of a character', Buffer.from('aé').subarray(0, 2), 'text/plain'],
    ['a page, which is never taken for one', Buffer.from('<!doctype html><script>alert(1)</script>'), 'text/plain'],
    ['a drawing with scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 'text/plain'],
    ['bytes', Buffer.from([0, 1, 2, 3]), 'application/octet-stream'],
    ['a text of another charset', Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x20]), 'application/octet-stream'],
    ['what breaks off', Buffer.from('504b0304', 'hex'), 'application/zip'],
    ['nothing', Buffer.alloc(0), 'text/plain'],
  ])('%s', async (_, content, type) => {
    expect(await contentType(content)).toBe(type);
  });
});
