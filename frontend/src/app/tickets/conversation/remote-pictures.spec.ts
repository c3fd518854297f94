import { remotePictures } from './remote-pictures';

describe('pictures from elsewhere', () => {
  it('are counted, with whose servers they are on', () => {
    const html = `<img data-remote-src="https://a.example/1.png" width="90"><img data-remote-src="https://a.example/2.png">
      <img data-remote-src="http://b.example:81/3.png">`;
    expect(remotePictures(html)).toEqual({ count: 3, hosts: ['a.example', 'b.example:81'] });
  });

  it.each([
    ['is one pixel wide', '<img data-remote-src="https://a.example/1.gif" width="1" height="90">'],
    ['has no height', '<img data-remote-src="https://a.example/1.gif" height="0">'],
    ['is no address of the web', '<img data-remote-src="javascript:alert(1)"><img data-remote-src="/api/tickets">'],
    ['came with the message', '<img data-attachment="a1" data-cid="x">'],
    ['is a word', '<p>data-remote-src</p>'],
  ])('are none where what is there %s', (_, html) => {
    expect(remotePictures(html)).toBeNull();
  });
});
