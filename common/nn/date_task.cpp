#include "nn/date_task.hpp"

#include <set>

#include "nn/require.hpp"

namespace nn {

namespace {

// [snip:symbol-by-symbol]
/// \brief The first symbols of all texts, then the second ones, and so on.
void interleave(const std::vector<std::vector<Token>>& texts,
                std::vector<Token>& symbols) {
    for (std::size_t t = 0; t < texts[0].size(); ++t)
        for (const std::vector<Token>& text : texts) symbols.push_back(text[t]);
}
// [snip:symbol-by-symbol]

}  // namespace

// [snip:date-pairs]
SequencePairs DateAlphabets::pairs(std::span<const WrittenDate> dates) const {
    SequencePairs all{.sequences = dates.size()};
    std::vector<std::vector<Token>> texts, answers;
    for (const WrittenDate& date : dates) {
        require(date.text.size() == dates[0].text.size(), "DateAlphabets",
                date.text + " and " + dates[0].text +
                    " are not equally long; give dates that are");
        texts.push_back(written.encode(date.text));
        answers.push_back(iso.encode(iso_date(date.date)));
    }
    require(!dates.empty(), "DateAlphabets", "no dates; give at least 1");
    interleave(texts, all.source);
    interleave(answers, all.target);
    return all;
}
// [snip:date-pairs]

// [snip:date-task-drawn]
DateTask::DateTask(std::size_t learnt, std::size_t unseen, Rng& rng) {
    require(learnt > 0 && unseen > 0, "DateTask",
            std::to_string(learnt) + " dates to learn from and " +
                std::to_string(unseen) + " to judge by; give at least 1 of each");
    std::set<std::string> kept_back;
    for (std::size_t i = 0; i < unseen; ++i) {
        const Date date = random_date(rng);
        kept_back.insert(iso_date(date));
        unseen_.push_back(
            {date, i % date_forms, written_date(date, i % date_forms)});
    }
    while (learnt_.size() < learnt) {
        const Date date = random_date(rng);
        if (kept_back.contains(iso_date(date))) continue;
        const std::size_t form = rng.interval(date_forms - 1);
        learnt_.push_back({date, form, written_date(date, form)});
    }
    by_length_ = dates_by_length(learnt_);
}

SequencePairs DateTask::batch(std::size_t sequences, Rng& rng) const {
    const std::size_t first = rng.interval(learnt_.size() - 1);
    const auto& alike = by_length_.at(learnt_[first].text.size());
    std::vector<WrittenDate> dates{learnt_[first]};
    while (dates.size() < sequences)
        dates.push_back(learnt_[alike[rng.interval(alike.size() - 1)]]);
    return alphabets_.pairs(dates);
}
// [snip:date-task-drawn]

// [snip:dates-grouped]
std::map<std::size_t, std::vector<std::size_t>> dates_by_length(
    std::span<const WrittenDate> dates) {
    std::map<std::size_t, std::vector<std::size_t>> members;
    for (std::size_t i = 0; i < dates.size(); ++i)
        members[dates[i].text.size()].push_back(i);
    return members;
}
// [snip:dates-grouped]

// [snip:share-of-dates]
double share_of_dates(std::span<const WrittenDate> dates,
                      std::span<const std::string> answers) {
    require(!dates.empty() && dates.size() == answers.size(), "share_of_dates",
            std::to_string(answers.size()) + " answers for " +
                std::to_string(dates.size()) +
                " dates; give one for each, at least 1");
    std::size_t right = 0;
    for (std::size_t i = 0; i < dates.size(); ++i)
        right += answers[i] == iso_date(dates[i].date);
    return double(right) / double(dates.size());
}
// [snip:share-of-dates]

// [snip:date-bins]
std::vector<DateBin> date_bins(std::span<const WrittenDate> dates,
                               std::span<const std::string> answers) {
    require(dates.size() == answers.size(), "date_bins",
            std::to_string(answers.size()) + " answers for " +
                std::to_string(dates.size()) + " dates; give one for each");
    std::vector<DateBin> bins;
    for (std::size_t bin = 0; bin + 1 < date_bin_edges.size(); ++bin) {
        const std::size_t from = date_bin_edges[bin],
                          below = date_bin_edges[bin + 1];
        std::size_t count = 0, right = 0;
        for (std::size_t i = 0; i < dates.size(); ++i) {
            const std::size_t length = dates[i].text.size();
            if (length < from || length >= below) continue;
            ++count, right += answers[i] == iso_date(dates[i].date);
        }
        bins.push_back({from, below - 1, count, double(right) / double(count)});
    }
    return bins;
}
// [snip:date-bins]

}  // namespace nn
