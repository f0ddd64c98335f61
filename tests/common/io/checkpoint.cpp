/// Checkpoints: a state comes back as it was, and no other file is taken for one.
#include "nn/io/checkpoint.hpp"

#include "nn/io/error.hpp"
#include "support/catch.hpp"
#include "support/named_matrices.hpp"
#include "support/scratch.hpp"

namespace {

const std::string program = "ch06_rnn";

nn::Checkpoint small_state() {
    return {{{"cell", "lstm"}, {"text", "Книга\x1F"}, {"hidden", "2"}},
            18'446'744'073'709'551'615U,
            {{"W_h", {{0.5F, -1}, {2, 3}}}, {"fade", arma::fmat{0.25F}}}};
}

/// The bytes of the small state in a file.
std::string small_file() {
    const scratch::Folder folder;
    nn::save_checkpoint(folder / "c", program, small_state(), "--save FILE");
    return scratch::bytes_of(folder / "c");
}

/// Loads a file of these bytes and returns what is said about it.
std::string refusal(const std::string& bytes) {
    static const scratch::Folder folder;  // one for thousands of broken files
    const std::string path = folder.file("c", bytes);
    try {
        nn::load_checkpoint(path, program);
    } catch (const nn::InputError& error) {
        const std::string said = error.what();
        CHECK(said.find('\n') == said.npos);
        REQUIRE(said.starts_with(path + ": "));
        return said.substr(path.size() + 2);
    }
    return "no refusal";
}

/// What is said about the small file with one text in the place of another.
std::string refusal_with(const std::string& instead, const std::string& of) {
    std::string bytes = small_file();
    REQUIRE(instead.size() == of.size());
    REQUIRE(bytes.find(of) != bytes.npos);
    return refusal(bytes.replace(bytes.find(of), of.size(), instead));
}

bool is_altered(const std::string& said) {
    return said.starts_with("its checksum should be ") &&
           said.ends_with(
               "; the file was altered after it was saved: take an "
               "earlier copy, or begin anew");
}

std::string options_refusal(const nn::Metadata& saved, const nn::Metadata& asked) {
    try {
        nn::require_same_options("c", saved, asked);
    } catch (const nn::InputError& error) {
        return error.what();
    }
    return "no refusal";
}

}  // namespace

TEST_CASE("a state comes back as it was", "[checkpoint]") {
    const scratch::Folder folder;
    const nn::Checkpoint saved = small_state();
    nn::save_checkpoint(folder / "c", program, saved, "--save FILE");
    const nn::Checkpoint loaded = nn::load_checkpoint(folder / "c", program);
    CHECK(loaded.options == saved.options);
    CHECK(loaded.step == saved.step);
    CHECK(named_matrices::same(loaded.tensors, saved.tensors));
    CHECK(folder.contents().size() == 1);

    nn::save_checkpoint(folder / "again", program, loaded, "--save FILE");
    CHECK(scratch::bytes_of(folder / "again") == scratch::bytes_of(folder / "c"));
}

TEST_CASE("a checkpoint is a safetensors file like any other", "[checkpoint]") {
    const scratch::Folder folder;
    const nn::TensorFile file = nn::load_tensors(folder.file("c", small_file()));
    CHECK(file.metadata.at("option.cell") == "lstm");
    CHECK(file.metadata.at("step") == "18446744073709551615");
    CHECK(file.metadata.at("checksum").size() == 8);
    CHECK(named_matrices::same(file.tensors, small_state().tensors));
}

TEST_CASE("no bit of a checkpoint can change unseen", "[checkpoint]") {
    const std::string whole = small_file();
    REQUIRE(refusal(whole) == "no refusal");
    for (std::size_t i = 0; i < whole.size(); ++i)
        for (int bit = 0; bit < 8; ++bit) {
            std::string bytes = whole;
            bytes[i] = static_cast<char>(bytes[i] ^ 1 << bit);
            INFO("byte " << i << ", bit " << bit);
            CHECK(refusal(bytes) != "no refusal");
        }
}

TEST_CASE("an altered checkpoint is said to be one", "[checkpoint]") {
    CHECK(is_altered(refusal_with("gru!", "lstm")));
    CHECK(is_altered(refusal_with("ch07_rnn", program)));
    CHECK(is_altered(refusal_with("W_x", "W_h")));
    CHECK(is_altered(refusal_with("\\u001F", "\\u001f")));
    CHECK(is_altered(refusal_with("}}\t", "}} ")));
    std::string bytes = small_file();
    bytes.back() ^= 1;
    CHECK(is_altered(refusal(bytes)));
}

TEST_CASE("a checkpoint cut at any byte", "[checkpoint]") {
    const std::string whole = small_file();
    for (std::size_t size = 0; size < whole.size(); ++size) {
        INFO(size);
        CHECK(refusal(whole.substr(0, size)).find("cut off") != std::string::npos);
    }
}

TEST_CASE("a file that is no checkpoint of this program", "[checkpoint]") {
    const scratch::Folder folder;
    const auto file_with = [&](const nn::Metadata& metadata) {
        nn::save_tensors(folder / "t", metadata, small_state().tensors, "");
        return scratch::bytes_of(folder / "t");
    };
    const std::string only_tensors =
        "is no checkpoint, only tensors; name a file that this program saved";
    CHECK(refusal(file_with({{"format", "pt"}})) == only_tensors);
    CHECK(refusal(file_with({{"checkpoint", "1"}})) == only_tensors);
    CHECK(refusal(file_with({{"checkpoint", "2"}, {"checksum", ""}})) ==
          "is a checkpoint of another version than 1; continue it with the book's "
          "edition that saved it");
    nn::save_checkpoint(folder / "c", "ch09_transformer", small_state(), "");
    CHECK(refusal(scratch::bytes_of(folder / "c")) ==
          "is a checkpoint of ch09_transformer, not of ch06_rnn; name a file that "
          "this program saved");
    CHECK(refusal("{\"step\": 3}").starts_with("not a safetensors file"));
}

TEST_CASE("a training goes on with the options it began with", "[checkpoint]") {
    const nn::Metadata saved{{"cell", "lstm"}, {"hidden", "128"}};
    CHECK(options_refusal(saved, saved) == "no refusal");
    CHECK(options_refusal(saved, {{"cell", "lstm"}, {"hidden", "256"}}) ==
          "c: its option hidden is '128', here it is '256'; ask for the same, or "
          "begin anew");
    CHECK(options_refusal(saved, {{"cell", "lstm"}}) ==
          "c: its option hidden is '128', here it is not set; ask for the same, or "
          "begin anew");
    CHECK(options_refusal({}, saved) ==
          "c: its option cell is not set, here it is 'lstm'; ask for the same, or "
          "begin anew");
}
