#include "nn/io/report.hpp"

#include <cstdarg>
#include <cstdio>

#include "nn/io/file.hpp"
#include "nn/io/progress.hpp"
#include "nn/require.hpp"

namespace nn {

namespace {

// [snip:formatted]
[[gnu::format(printf, 1, 0)]] std::string formatted(const char* format,
                                                    std::va_list arguments) {
    std::va_list again;
    va_copy(again, arguments);
    const int length = std::vsnprintf(nullptr, 0, format, arguments);
    std::string text(static_cast<std::size_t>(length), '\0');
    std::vsnprintf(text.data(), text.size() + 1, format, again);
    va_end(again);
    return text;
}
// [snip:formatted]

}  // namespace

// [snip:report-print]
void Report::say(const std::string& text) {
    output_ += text;
    std::fputs(text.c_str(), stdout);
    std::fflush(stdout);
}

void Report::name(const std::string& kind, const std::string& id) {
    require(names_.insert(kind + id).second, "Report", kind + id + " is there already");
}

void Report::section(const std::string& id, const std::string& title) {
    stop_if_interrupted();
    name("section ", id);
    say((output_.empty() ? "[" : "\n[") + id + "] " + title + "\n\n");
}

void Report::print(const char* format, ...) {
    std::va_list arguments;
    va_start(arguments, format);
    say(formatted(format, arguments));
    va_end(arguments);
}
// [snip:report-print]

// [snip:report-value]
std::string Report::value(const std::string& id, const char* format, ...) {
    name("value ", id);
    std::va_list arguments;
    va_start(arguments, format);
    std::string text = formatted(format, arguments);
    va_end(arguments);
    values_.row({id, text});
    return text;
}
// [snip:report-value]

// [snip:report-claim]
void Report::claim(const Claim& claim, double measured) {
    name("claim ", claim.id);
    const bool inside = claim.low <= measured && measured <= claim.high;
    const std::string verdict = !inside                   ? "does not hold"
                                : claim.condition.empty() ? "holds"
                                                          : "holds when";
    print("%s\n  %s: %.6g   bounds [%g, %g]\n  verdict: %s%s%s\n",
          claim.statement.c_str(), claim.quantity.c_str(), measured, claim.low,
          claim.high, verdict.c_str(),
          inside && !claim.condition.empty() ? " " : "",
          inside ? claim.condition.c_str() : "");
    claims_.row({claim.id, claim.statement, claim.quantity, measured, claim.low,
                 claim.high, verdict, claim.condition});
}
// [snip:report-claim]

// [snip:report-finish]
void Report::data(const std::string& file, const Csv& table) {
    data_.emplace_back(file, table.text());
}

void Report::finish() const {
    stop_if_interrupted();
    if (folder_.empty()) return;
    for (const auto& [file, text] : data_) write_file(folder_ / file, text);
    write_file(folder_ / "output.txt", output_);
    write_file(folder_ / "values.csv", values_.text());
    write_file(folder_ / "claims.csv", claims_.text());
}
// [snip:report-finish]

}  // namespace nn
