/// \file
/// \brief How a failed check speaks to a reader: its words alone, without Catch2's
/// frame.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
namespace {
using Base = Catch::StreamingReporterBase;
using Answer = void;
}  // namespace
#else
#define CATCH_CONFIG_EXTERNAL_INTERFACES
#include <catch2/catch.hpp>
namespace {
struct Reader;
using Base = Catch::StreamingReporterBase<Reader>;
using Answer = bool;  // true: the messages have been used
}  // namespace
#endif

#include <iostream>

namespace {

struct Reader : Base {
    using Base::Base;

    static std::string getDescription() {
        return "the words of the first failure alone";
    }

    void assertionStarting(const Catch::AssertionInfo&) override {}

    Answer assertionEnded(const Catch::AssertionStats& stats) override {
        const Catch::AssertionResult& result = stats.assertionResult;
        if (!result.isOk()) {
            std::cout << currentTestCaseInfo->name << '\n';
            for (const Catch::MessageInfo& info : stats.infoMessages)
                std::cout << info.message << '\n';
            if (result.hasExpression())
                std::cout << result.getExpression() << "\n    is  "
                          << result.getExpandedExpression() << '\n';
            std::cout.flush();  // a crash ends the program right after this
        }
        return Answer(true);
    }
};

CATCH_REGISTER_REPORTER("reader", Reader)

}  // namespace
