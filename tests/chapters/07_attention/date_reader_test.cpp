/// What a recurrent model writes for dates.
#include "date_reader.hpp"
#include "support/catch.hpp"

TEST_CASE("a date is read alike, alone or among others", "[dates]") {
    nn::Rng rng(1);
    const nn::DateTask task(600, 5 * nn::date_forms, rng);
    const nn::EncoderDecoder model =
        nn::date_reader(task.alphabets(), 12, true, rng);
    const std::vector<std::string> answers =
        nn::read_dates(model, task.alphabets(), task.unseen());
    REQUIRE(answers.size() == task.unseen().size());
    for (std::size_t i = 0; i < answers.size(); i += 9) {
        const auto alone =
            nn::read_dates(model, task.alphabets(), task.unseen().subspan(i, 1));
        CHECK(answers[i] == alone[0]);
        CHECK(answers[i].size() == 10);
    }
}
