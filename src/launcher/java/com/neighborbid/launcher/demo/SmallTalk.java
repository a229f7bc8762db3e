package com.neighborbid.launcher.demo;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What neighbours say in a room. */
final class SmallTalk {
    private static final Map<String, List<String>> LINES = Map.of(
            "ko",
            List.of(
                    "안녕하세요, 구경 왔어요 :)",
                    "상태 정말 좋아 보이네요",
                    "이거 찾고 있었는데!",
                    "직거래 가능하신 거죠?",
                    "조금만 더 올려볼게요",
                    "와, 벌써 이 가격이네요",
                    "사진보다 실물이 더 예쁠 것 같아요",
                    "이번에는 꼭 낙찰받고 싶어요",
                    "다들 화이팅입니다",
                    "저는 여기까지만 할게요 ㅎㅎ"),
            "en",
            List.of(
                    "Hi neighbours!",
                    "Looks well cared for.",
                    "I have been looking for one of these.",
                    "Pick-up after work would be fine for me.",
                    "One more bid, then I stop. Probably.",
                    "That went up quickly.",
                    "Good luck, everyone.",
                    "Lovely thing. Thank you for the clear photos."));

    private SmallTalk() {}

    static String line(String locale, RandomGenerator chance) {
        List<String> lines = LINES.getOrDefault(locale, List.of("Hi!"));
        return lines.get(chance.nextInt(lines.size()));
    }
}
