#include "nn/dates.hpp"

#include <cstdio>
#include <string_view>

#include "nn/require.hpp"

namespace nn {

namespace {

// [snip:date-names]
constexpr std::array months{"January",   "February", "March",    "April",
                            "May",       "June",     "July",     "August",
                            "September", "October",  "November", "December"};
constexpr std::array short_months{"Jan.", "Feb.", "Mar.",  "Apr.", "May",  "June",
                                  "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."};
constexpr std::array weekdays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                              "Thursday", "Friday", "Saturday"};
constexpr std::array below_twenty{"one",       "two",      "three",   "four",
                                  "five",      "six",      "seven",   "eight",
                                  "nine",      "ten",      "eleven",  "twelve",
                                  "thirteen",  "fourteen", "fifteen", "sixteen",
                                  "seventeen", "eighteen", "nineteen"};
constexpr std::array tens{"twenty", "thirty",  "forty",  "fifty",
                          "sixty",  "seventy", "eighty", "ninety"};
// [snip:date-names]

// [snip:day-with-ending]
/// \brief 1st, 2nd, 3rd, 4th, … 11th, … 31st.
std::string day_with_ending(int day) {
    const bool teens = day > 10 && day < 14;
    const char* const ending = teens           ? "th"
                               : day % 10 == 1 ? "st"
                               : day % 10 == 2 ? "nd"
                               : day % 10 == 3 ? "rd"
                                               : "th";
    return std::to_string(day) + ending;
}
// [snip:day-with-ending]

}  // namespace

// [snip:days-of-month]
int days_of_month(int year, int month) {
    constexpr std::array days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return days.at(std::size_t(month - 1)) + (month == 2 && leap ? 1 : 0);
}

int weekday_of(const Date& date) {
    // days since a Sunday: March begins the year, so that the leap day ends it
    const int year = date.month < 3 ? date.year - 1 : date.year;
    const int month = (date.month + 9) % 12;
    const int days = 365 * year + year / 4 - year / 100 + year / 400 +
                     (153 * month + 2) / 5 + date.day;
    return (days + 2) % 7;
}

Date random_date(Rng& rng) {
    Date date;
    date.year = int(rng.integer(1000, 3000));
    date.month = int(rng.integer(1, 13));
    date.day = int(rng.integer(1, days_of_month(date.year, date.month) + 1));
    return date;
}
// [snip:days-of-month]

// [snip:iso-date]
std::string iso_date(const Date& date) {
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", date.year, date.month,
                  date.day);
    return text.data();
}
// [snip:iso-date]

// [snip:number-in-words]
std::string number_in_words(int number) {
    require(number > 0 && number < 100, "number_in_words",
            std::to_string(number) + "; give a number from 1 to 99");
    if (number < 20) return below_twenty[std::size_t(number - 1)];
    const std::string ten = tens[std::size_t(number / 10 - 2)];
    return number % 10 == 0 ? ten : ten + "-" + number_in_words(number % 10);
}

std::string ordinal_in_words(int number) {
    constexpr std::array odd{"first", "second", "third"};
    require(number > 0 && number < 32, "ordinal_in_words",
            std::to_string(number) + "; give a day from 1 to 31");
    if (number > 20 && number % 10 != 0)
        return std::string(tens[std::size_t(number / 10 - 2)]) + "-" +
               ordinal_in_words(number % 10);
    if (number < 4) return odd[std::size_t(number - 1)];
    if (number == 5) return "fifth";
    if (number == 8) return "eighth";
    if (number == 9) return "ninth";
    if (number == 12) return "twelfth";
    if (number == 20) return "twentieth";
    if (number == 30) return "thirtieth";
    return number_in_words(number) + "th";
}
// [snip:number-in-words]

// [snip:year-in-words]
std::string year_in_words(int year) {
    const int century = year / 100, rest = year % 100;
    if (century % 10 == 0 && rest < 10) {
        const std::string thousand = number_in_words(century / 10) + " thousand";
        return rest == 0 ? thousand : thousand + " and " + number_in_words(rest);
    }
    if (rest == 0) return number_in_words(century) + " hundred";
    return number_in_words(century) + (rest < 10 ? " oh " : " ") +
           number_in_words(rest);
}
// [snip:year-in-words]

namespace {

// [snip:date-patterns]
/// \brief The forms; the function below says what stands for each letter behind a
/// %.
constexpr std::array<std::string_view, date_forms> date_patterns{
    "%d.%n.%y",
    "%n/%d/%y",
    "%d %b %y",
    "%b %d, %y",
    "%d %m %y",
    "%m %d, %y",
    "%a, %b %d, %y",
    "%e of %m %y",
    "%w, %m %d, %y",
    "%w, %e of %m %y",
    "%m %e, %s",
    "the %o of %m, %s",
    "%w, the %o of %m, %s",
    "%w, the %o day of %m in the year %s"};
// [snip:date-patterns]

// [snip:date-piece]
std::string date_piece(const Date& date, char piece) {
    const std::string weekday = weekdays[std::size_t(weekday_of(date))];
    const auto month = std::size_t(date.month - 1);
    switch (piece) {
        case 'd':
            return std::to_string(date.day);
        case 'e':
            return day_with_ending(date.day);
        case 'o':
            return ordinal_in_words(date.day);
        case 'n':
            return std::to_string(date.month);
        case 'b':
            return short_months[month];
        case 'm':
            return months[month];
        case 'a':
            return weekday.substr(0, 3);
        case 'w':
            return weekday;
        case 's':
            return year_in_words(date.year);
        default:  // y
            return std::to_string(date.year);
    }
}
// [snip:date-piece]

}  // namespace

// [snip:written-date]
std::string written_date(const Date& date, std::size_t form) {
    const auto [year, month, day] = date;
    require(year > 999 && year < 3000 && month > 0 && month < 13 && day > 0 &&
                day <= days_of_month(year, month),
            "written_date",
            iso_date(date) + " is no day of the years 1000 to 2999; give one");
    require(form < date_forms, "written_date",
            "form " + std::to_string(form) + " of " + std::to_string(date_forms) +
                "; forms count from 0");
    const std::string_view pattern = date_patterns[form];
    std::string text;
    for (std::size_t i = 0; i < pattern.size(); ++i)
        if (pattern[i] == '%')
            text += date_piece(date, pattern[++i]);
        else
            text += pattern[i];
    return text;
}
// [snip:written-date]

}  // namespace nn
