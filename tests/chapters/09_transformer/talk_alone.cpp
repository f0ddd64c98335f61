/// Chapter 9's talk without the sections around it.
#include "talk.hpp"

int main(int argc, char** argv) {
    nn::TalkOptions talk;
    return nn::run_program(
        argc, argv,
        {.name = "talk_alone",
         .summary = "The talk of chapter 9",
         .run = [&](const nn::Options& options,
                    nn::Report& report) { nn::run_talk(options, talk, report); },
         .add_options = [&](CLI::App& app) { nn::add_talk_options(app, talk); }});
}
