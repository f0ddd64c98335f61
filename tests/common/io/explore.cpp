#include "nn/io/explore.hpp"

#include "nn/io/spelling.hpp"
#include "support/catch.hpp"

namespace {

nn::WordVectors royal() {
    return {{"man", "woman", "king", "queen", "cart", "König"},
            {{1, 1, 1, 1, 0, 1},
             {0, 1, 0, 1, 0.2F, 0},
             {0, 0, 2, 2, 0, 2},
             {0, 0, 0, 0, 1, 0}}};
}

}  // namespace

TEST_CASE("edit distance counts characters put in, left out and changed",
          "[spelling]") {
    CHECK(nn::edit_distance("", "") == 0);
    CHECK(nn::edit_distance("", "abc") == 3);
    CHECK(nn::edit_distance("abc", "") == 3);
    CHECK(nn::edit_distance("kitten", "sitting") == 3);
    CHECK(nn::edit_distance("king", "kigns") == 2);
    CHECK(nn::edit_distance("слово", "слова") == 1);
    CHECK(nn::edit_distance("言葉", "言") == 1);
    CHECK(nn::edit_distance("naïve", "naive") == 1);
    CHECK(nn::edit_distance("Sunday", "Saturday") ==
          nn::edit_distance("Saturday", "Sunday"));
}

TEST_CASE("the nearest in spelling, ties in the words' order", "[spelling]") {
    const std::vector<std::string> words{"cart", "care", "king", "car"};
    using Places = std::vector<std::size_t>;
    CHECK(nn::nearest_in_spelling("car", words, 3) == Places{3, 0, 1});
    CHECK(nn::nearest_in_spelling("kin", words, 1) == Places{2});
    CHECK(nn::nearest_in_spelling("x", words, 9).size() == 4);
}

TEST_CASE("the prompt answers a word with its neighbours", "[explore]") {
    const nn::WordSpace space(royal());
    const nn::WordPrompt prompt(space);
    const std::string neighbours =
        "  1.0000  König\n  0.9129  queen\n  0.4472  man\n  0.3162  woman\n"
        "  0.0000  cart\n";
    CHECK(prompt.answer("king") == neighbours);
    CHECK(prompt.answer("  king \r") == neighbours);
    CHECK(prompt.answer("KING") == neighbours);
}

TEST_CASE("the prompt answers three words with an analogy", "[explore]") {
    const nn::WordSpace space(royal());
    const nn::WordPrompt prompt(space);
    CHECK_THAT(
        prompt.answer("man king woman"),
        oracle::mentions("man is to king as woman is to\n  1.0820  queen\n"));
    CHECK_THAT(prompt.answer("KÖNIG Queen man"),
               oracle::mentions("König is to queen as man is to\n"));
}

TEST_CASE("the prompt knows what it does not know", "[explore]") {
    const nn::WordSpace space(royal());
    const nn::WordPrompt prompt(space);
    CHECK(prompt.answer("kingg") ==
          "'kingg' is none of the 6 words; nearest in spelling: king König man\n");
    CHECK(prompt.answer("man kart woman") ==
          "'kart' is none of the 6 words; nearest in spelling: cart man king\n");
    const std::string help =
        "one word for its neighbours: king; three for an analogy: man king woman\n";
    CHECK(prompt.answer("man king") == help);
    CHECK(prompt.answer("man king woman queen") == help);
    CHECK(prompt.answer("") == help);
    CHECK(prompt.answer("na\xEFve") ==
          "that is not UTF-8; set the terminal to UTF-8\n");
}
