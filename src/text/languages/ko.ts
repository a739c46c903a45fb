import type { Language } from "./language.ts";

export const ko: Language = {
  unspaced: true,
  functionWords: `
    누가 누구 무엇 무슨 언제 어디 어디서 어디에 왜 어떻게 어떤 어느 얼마 얼마나 몇 그 이 저 그리고 그러나 하지만 또는 및
    에서 으로 에게 부터 까지 처럼 보다 입니다 습니다 합니다 있다 있는 있습니다 하는 했다 한다 했습니다 대한 위해 통해 것은 것이 것을`,
  asks: {
    time: "언제|몇 ?(?:년|월|일|시|세기)|어느 ?해",
    number: "몇|얼마|얼마나",
    name: "누가|누구|어디|어느 (?:나라|도시|회사)",
    reason: "왜|무엇 때문|어째서",
    possibility: "수 있|가능",
  },
  signs: {
    number: "하나|둘|셋|넷|다섯|여섯|일곱|여덟|아홉|열|백|천|만|억",
    time: "어제|오늘|내일|작년|올해|내년|세기",
    possibility: "수 있|가능|아마",
    reason: "때문|위해|이유|원인|따라서",
  },
};
