import { packModel, unpackModel } from './model-bytes.ts';

const model = {
  head: { classes: ['a', 'ü'], features: ['refund', '退款'] },
  numbers: [Float32Array.of(1.5, -2), Float32Array.of()],
};

describe('the bytes of a model', () => {
  it('give the model back', () => {
    expect(unpackModel(packModel(model))).toEqual(model);
  });

  it('are the same for the same model', () => {
    expect(packModel(model).equals(packModel(structuredClone(model)))).toBe(true);
  });

  it('of another kind are refused', () => {
    expect(() => unpackModel(Buffer.from('something else'))).toThrow('no model of this version');
  });
});
