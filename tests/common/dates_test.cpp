/// Dates: the calendar, the ways to write them, and batches to learn from.
#include <map>
#include <set>

#include "nn/date_task.hpp"
#include "support/catch.hpp"

using nn::Date;

namespace {

/// All days from 1000 to 2999 in order.
template <class Visit>
void each_day(Visit visit) {
    for (int year = 1000; year < 3000; ++year)
        for (int month = 1; month <= 12; ++month)
            for (int day = 1; day <= nn::days_of_month(year, month); ++day)
                visit(Date{year, month, day});
}

/// A task that a test can afford.
nn::DateTask small_task() {
    nn::Rng rng(1);
    return nn::DateTask(600, 5 * nn::date_forms, rng);
}

/// Writes the first digit of the text for each sequence, again and again.
struct FirstDigit {
    using Pass = int;
    std::vector<nn::Token> write(std::span<const nn::Token> source,
                                 std::size_t sequences, std::size_t length,
                                 int&) const {
        std::vector<nn::Token> written;
        for (std::size_t i = 0; i < length * sequences; ++i) {
            std::size_t at = i % sequences;
            const auto is_digit = [&] {
                const char c = nn::date_characters[source[at]];
                return c >= '0' && c <= '9';
            };
            while (!is_digit()) at += sequences;
            const char digit = nn::date_characters[source[at]];
            written.push_back(alphabets.iso.encode(std::string_view(&digit, 1))[0]);
        }
        return written;
    }
    nn::DateAlphabets alphabets{};
};

}  // namespace

TEST_CASE("the calendar: leap years, and a weekday after the other", "[dates]") {
    CHECK(nn::days_of_month(1996, 2) == 29);
    CHECK(nn::days_of_month(1900, 2) == 28);
    CHECK(nn::days_of_month(2000, 2) == 29);
    CHECK(nn::days_of_month(2023, 2) == 28);
    CHECK(nn::weekday_of({1996, 9, 3}) == 2);  // a Tuesday
    CHECK(nn::weekday_of({1970, 1, 1}) == 4);  // a Thursday
    CHECK(nn::weekday_of({1582, 10, 15}) ==
          5);  // a Friday: the calendar's first day
    CHECK(nn::weekday_of({2000, 2, 29}) == 2);  // a Tuesday
    int days = 0, wrong = 0, last = nn::weekday_of({1000, 1, 1}) - 1;
    each_day([&](const Date& date) {
        const int weekday = nn::weekday_of(date);
        wrong += weekday != (last + 1) % 7;
        last = weekday, ++days;
    });
    CHECK(wrong == 0);
    CHECK(days == 2000 * 365 + 485);  // 500 leap years, less 15 of the centuries
}

TEST_CASE("random dates are of the calendar, and of all of it", "[dates]") {
    nn::Rng rng(2);
    std::set<int> months, days;
    int lowest = 9999, highest = 0, leap_days = 0;
    for (int i = 0; i < 40'000; ++i) {
        const Date date = nn::random_date(rng);
        REQUIRE((date.month >= 1 && date.month <= 12 && date.day >= 1));
        REQUIRE(date.day <= nn::days_of_month(date.year, date.month));
        months.insert(date.month), days.insert(date.day);
        lowest = std::min(lowest, date.year),
        highest = std::max(highest, date.year);
        leap_days += date.month == 2 && date.day == 29;
    }
    CHECK(months.size() == 12);
    CHECK(days.size() == 31);
    CHECK((lowest == 1000 && highest == 2999));
    CHECK(leap_days > 0);
}

TEST_CASE("a day in all its forms", "[dates]") {
    const std::vector<std::string> forms{
        "3.9.1996",
        "9/3/1996",
        "3 Sept. 1996",
        "Sept. 3, 1996",
        "3 September 1996",
        "September 3, 1996",
        "Tue, Sept. 3, 1996",
        "3rd of September 1996",
        "Tuesday, September 3, 1996",
        "Tuesday, 3rd of September 1996",
        "September 3rd, nineteen ninety-six",
        "the third of September, nineteen ninety-six",
        "Tuesday, the third of September, nineteen ninety-six",
        "Tuesday, the third day of September in the year nineteen ninety-six"};
    REQUIRE(forms.size() == nn::date_forms);
    for (std::size_t form = 0; form < forms.size(); ++form)
        CHECK(nn::written_date({1996, 9, 3}, form) == forms[form]);
    CHECK(nn::iso_date({1996, 9, 3}) == "1996-09-03");
    CHECK(nn::iso_date({2999, 12, 31}) == "2999-12-31");
}

TEST_CASE("numbers in words", "[dates]") {
    CHECK(nn::number_in_words(1) == "one");
    CHECK(nn::number_in_words(19) == "nineteen");
    CHECK(nn::number_in_words(20) == "twenty");
    CHECK(nn::number_in_words(99) == "ninety-nine");
    const std::vector<std::string> ordinals{
        "first",       "second",      "third",      "fourth",     "fifth",
        "sixth",       "seventh",     "eighth",     "ninth",      "tenth",
        "eleventh",    "twelfth",     "thirteenth", "fourteenth", "fifteenth",
        "sixteenth",   "seventeenth", "eighteenth", "nineteenth", "twentieth",
        "twenty-first"};
    for (std::size_t i = 0; i < ordinals.size(); ++i)
        CHECK(nn::ordinal_in_words(int(i) + 1) == ordinals[i]);
    CHECK(nn::ordinal_in_words(30) == "thirtieth");
    CHECK(nn::ordinal_in_words(31) == "thirty-first");
    CHECK(nn::year_in_words(1000) == "one thousand");
    CHECK(nn::year_in_words(2005) == "two thousand and five");
    CHECK(nn::year_in_words(2024) == "twenty twenty-four");
    CHECK(nn::year_in_words(1905) == "nineteen oh five");
    CHECK(nn::year_in_words(1900) == "nineteen hundred");
    CHECK(nn::year_in_words(1066) == "ten sixty-six");
    for (const int bad : {0, -1, 100})
        CHECK_THROWS_WITH(nn::number_in_words(bad),
                          "number_in_words: " + std::to_string(bad) +
                              "; give a number from 1 to 99");
    for (const int bad : {0, 32})
        CHECK_THROWS_WITH(nn::ordinal_in_words(bad),
                          "ordinal_in_words: " + std::to_string(bad) +
                              "; give a day from 1 to 31");
}

TEST_CASE("days of the month have the ending that is said", "[dates]") {
    const std::map<int, std::string> endings{
        {1, "1st"},   {2, "2nd"},   {3, "3rd"},   {4, "4th"},   {11, "11th"},
        {12, "12th"}, {13, "13th"}, {21, "21st"}, {22, "22nd"}, {23, "23rd"},
        {24, "24th"}, {30, "30th"}, {31, "31st"}};
    for (const auto& [day, said] : endings)
        CHECK(nn::written_date({1996, 1, day}, 7) == said + " of January 1996");
}

TEST_CASE("no text means two days, and no other character occurs", "[dates]") {
    const nn::DateAlphabets alphabets;
    std::map<std::string, std::string> meaning;
    std::size_t ambiguous = 0, unknown = 0, texts = 0;
    const auto write = [&](const Date& date, std::size_t form) {
        const std::string text = nn::written_date(date, form);
        const auto at = meaning.insert({text, iso_date(date)}).first;
        ambiguous += at->second != iso_date(date), ++texts;
        for (const char c : text) unknown += !alphabets.written.find(char32_t(c));
    };
    // years of each kind, leap years among them
    for (const int year : {1000, 1004, 1066, 1905, 1996, 2000, 2999})
        for (int month = 1; month <= 12; ++month)
            for (int day = 1; day <= nn::days_of_month(year, month); ++day)
                for (std::size_t form = 0; form < nn::date_forms; ++form)
                    write({year, month, day}, form);
    CHECK(texts == (4 * 365 + 3 * 366) * nn::date_forms);
    CHECK(ambiguous == 0);
    CHECK(unknown == 0);
    std::set<std::string> years;
    for (int year = 1000; year < 3000; ++year)
        years.insert(nn::year_in_words(year));
    CHECK(years.size() == 2000);
}

TEST_CASE("days that there are not, and forms", "[dates]") {
    for (const Date& bad : {Date{1900, 2, 29},
                            {999, 12, 31},
                            {3000, 1, 1},
                            {1996, 0, 1},
                            {1996, 13, 1},
                            {1996, 4, 31},
                            {1996, 4, 0}})
        CHECK_THROWS_WITH(nn::written_date(bad, 0),
                          "written_date: " + nn::iso_date(bad) +
                              " is no day of the years 1000 to 2999; give one");
    CHECK_THROWS_WITH(nn::written_date({1996, 9, 3}, 14),
                      "written_date: form 14 of 14; forms count from 0");
}

TEST_CASE("dates to judge by are none of those to learn from", "[dates]") {
    nn::Rng rng(3);  // of so many, a dozen days would be drawn twice by chance
    const nn::DateTask task(5000, 2000, rng);
    CHECK(task.learnt().size() == 5000);
    REQUIRE(task.unseen().size() == 2000);
    std::set<std::string> learnt;
    std::set<std::size_t> forms;
    for (const nn::WrittenDate& date : task.learnt()) {
        learnt.insert(nn::iso_date(date.date)), forms.insert(date.form);
        CHECK(date.text == nn::written_date(date.date, date.form));
    }
    CHECK(forms.size() == nn::date_forms);
    for (std::size_t i = 0; i < task.unseen().size(); ++i) {
        CHECK(task.unseen()[i].form == i % nn::date_forms);
        CHECK(!learnt.contains(nn::iso_date(task.unseen()[i].date)));
    }
    CHECK_THROWS_WITH(nn::DateTask(0, 3, rng),
                      "DateTask: 0 dates to learn from and 3 to judge by; give at "
                      "least 1 of each");
    CHECK_THROWS_AS(nn::DateTask(3, 0, rng), std::invalid_argument);
}

TEST_CASE("a batch holds dates to learn from, equally long", "[dates]") {
    const nn::DateTask task = small_task();
    std::map<std::string, std::string> learnt;
    for (const nn::WrittenDate& date : task.learnt())
        learnt[date.text] = nn::iso_date(date.date);
    nn::Rng rng(4);
    std::set<std::size_t> lengths;
    for (int i = 0; i < 40; ++i) {
        const nn::SequencePairs batch = task.batch(7, rng);
        lengths.insert(batch.source_length());
        REQUIRE((batch.sequences == 7 && batch.target_length() == 10));
        for (std::size_t s = 0; s < 7; ++s) {
            std::string text, iso;
            for (std::size_t t = s; t < batch.source.size(); t += 7)
                text += task.alphabets().written.decode({&batch.source[t], 1});
            for (std::size_t t = s; t < batch.target.size(); t += 7)
                iso += task.alphabets().iso.decode({&batch.target[t], 1});
            CHECK(learnt.at(text) == iso);
        }
    }
    CHECK(lengths.size() > 10);
}

TEST_CASE("pairs of dates: equally long ones, at least one", "[dates]") {
    const nn::DateAlphabets alphabets;
    CHECK_THROWS_WITH(alphabets.pairs({}),
                      "DateAlphabets: no dates; give at least 1");
    const std::vector<nn::WrittenDate> uneven{{{1996, 9, 3}, 0, "3.9.1996"},
                                              {{1996, 9, 13}, 0, "13.9.1996"}};
    CHECK_THROWS_WITH(alphabets.pairs(uneven),
                      "DateAlphabets: 13.9.1996 and 3.9.1996 are not equally long; "
                      "give dates that are");
}

TEST_CASE("answers stand at the places of their dates", "[dates]") {
    const nn::DateTask task = small_task();
    std::vector<nn::WrittenDate> dates;
    for (const nn::WrittenDate& date : task.unseen())
        if (date.form < 10) dates.push_back(date);  // the others have no digits
    const auto groups = nn::dates_by_length(dates);
    CHECK(groups.size() > 5);
    std::size_t members = 0;
    for (const auto& [length, places] : groups)
        for (const std::size_t place : places)
            members += dates[place].text.size() == length;
    CHECK(members == dates.size());
    const std::vector<std::string> answers =
        nn::read_dates(FirstDigit{}, task.alphabets(), dates);
    REQUIRE(answers.size() == dates.size());
    for (std::size_t i = 0; i < dates.size(); ++i) {
        const std::string& text = dates[i].text;
        const char digit = text[text.find_first_of("0123456789")];
        CHECK(answers[i] == std::string(10, digit));
    }
}

TEST_CASE("the share of dates that are right", "[dates]") {
    const std::vector<nn::WrittenDate> two{{{1996, 9, 3}}, {{2000, 1, 1}}};
    const std::vector<std::string> said{"1996-09-03", "2000-01-02"};
    CHECK(nn::share_of_dates(two, said) == 0.5);
    CHECK_THROWS_WITH(
        nn::share_of_dates(two, {}),
        "share_of_dates: 0 answers for 2 dates; give one for each, at "
        "least 1");
    CHECK_THROWS_AS(nn::share_of_dates({}, {}), std::invalid_argument);
}

TEST_CASE("symbols of a batch, a sequence after the other", "[dates]") {
    const std::vector<nn::Token> symbols{1, 2, 3, 4, 5, 6};
    CHECK(nn::by_sequence(symbols, 2) == std::vector<nn::Token>{1, 3, 5, 2, 4, 6});
    CHECK(nn::by_sequence(symbols, 6) == symbols);
}

TEST_CASE("the share that is right by the length of the text", "[dates]") {
    const std::vector<nn::WrittenDate> dates{{{1996, 9, 3}, 0, "3.9.1996"},
                                             {{1996, 9, 13}, 0, "12345678901"},
                                             {{1996, 9, 13}, 0, "123456789012"}};
    const std::vector<std::string> said{"1996-09-03", "?", "1996-09-13"};
    const std::vector<nn::DateBin> bins = nn::date_bins(dates, said);
    REQUIRE(bins.size() == 5);
    CHECK((bins[0].shortest == 8 && bins[0].longest == 11 && bins[0].count == 2));
    CHECK(bins[0].right == 0.5);
    CHECK((bins[1].count == 1 && bins[1].right == 1.0));
    CHECK((bins[4].longest == 89 && bins[4].count == 0));
    CHECK_THROWS_WITH(nn::date_bins(dates, {}),
                      "date_bins: 0 answers for 3 dates; give one for each");
}
