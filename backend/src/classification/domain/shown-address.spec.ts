import { shownAddress } from './shown-address.ts';

describe('the address of a server, as it is shown', () => {
  it.each([
    ['https://llm.example/v1', 'https://llm.example/v1'],
    ['https://llm.example/', 'https://llm.example'],
    ['http://gateway:p4ssw0rd@10.0.0.7:8080/v1/', 'http://10.0.0.7:8080/v1'],
    ['https://token@llm.example/v1', 'https://llm.example/v1'],
    ['https://llm.example/v1?api-key=s3cr3t#s3cr3t', 'https://llm.example/v1'],
  ])('%s is %s', (address, shown) => {
    expect(shownAddress(address)).toBe(shown);
  });
});
