/// Matrices in safetensors files: the bytes are the format's, what is written reads
/// back, and what is broken is refused.
#include "nn/io/safetensors.hpp"

#include <bit>
#include <limits>

#include "nn/io/error.hpp"
#include "nn/rng.hpp"
#include "support/catch.hpp"
#include "support/named_matrices.hpp"
#include "support/scratch.hpp"

namespace {

std::string bytes_of(std::initializer_list<float> numbers) {
    return {reinterpret_cast<const char*>(numbers.begin()),
            numbers.size() * sizeof(float)};
}

/// A file with this JSON, its length before it, and these bytes after it.
std::string file_of(const std::string& json, const std::string& data = "") {
    std::string length(8, '\0');
    for (std::size_t i = 0; i < 8; ++i)
        length[i] = static_cast<char>(std::uint64_t{json.size()} >> 8 * i);
    return length + json + data;
}

/// Loads a file of these bytes and returns what is said about it.
std::string refusal(const std::string& bytes) {
    static const scratch::Folder folder;  // one for thousands of broken files
    const std::string path = folder.file("t.safetensors", bytes);
    try {
        nn::load_tensors(path);
    } catch (const nn::InputError& error) {
        const std::string said = error.what();
        CHECK(said.find('\n') == said.npos);
        REQUIRE(said.starts_with(path + ": "));
        return said.substr(path.size() + 2);
    }
    return "no refusal";
}

std::string header_refusal(const std::string& json, const std::string& data = "") {
    return refusal(file_of(json, data));
}

/// A tensor's part of a header.
std::string entry(const std::string& name, const std::string& shape,
                  const std::string& offsets) {
    return "\"" + name + R"(":{"dtype":"F32","shape":)" + shape +
           ",\"data_offsets\":" + offsets + "}";
}

const std::vector<nn::NamedMatrix> small{{"W_h", {{1, 2, 3}, {4, 5, 6}}},
                                         {"b", arma::fvec{7, 8}}};

const std::string small_json =
    R"({"__metadata__":{"by":"Джон \"J\"","step":"12"},)"
    R"("W_h":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]},)"
    R"("b":{"dtype":"F32","shape":[2],"data_offsets":[24,32]}})";

nn::TensorFile loaded(const std::string& bytes) {
    const scratch::Folder folder;
    return nn::load_tensors(folder.file("t.safetensors", bytes));
}

}  // namespace

// What the format's description says, written by hand.
TEST_CASE("a file, to the byte", "[safetensors]") {
    const scratch::Folder folder;
    nn::save_tensors(folder / "t.safetensors",
                     {{"step", "12"}, {"by", "Джон \"J\""}}, small, "--save FILE");
    const std::string padding((8 - small_json.size() % 8) % 8, ' ');
    CHECK(scratch::bytes_of(folder / "t.safetensors") ==
          file_of(small_json + padding, bytes_of({1, 2, 3, 4, 5, 6, 7, 8})));
    CHECK(folder.contents().size() == 1);
}

TEST_CASE("what is saved loads again, bit for bit", "[safetensors]") {
    nn::Rng rng(6);
    std::vector<nn::NamedMatrix> tensors{
        {"state", arma::fmat(65, 128)},   {"b", arma::fmat(300, 1)},
        {"row", arma::fmat(1, 7)},        {"one", arma::fmat(1, 1)},
        {"no columns", arma::fmat(3, 0)}, {"no rows", arma::fmat(0, 3)},
        {"имя \"\n", arma::fmat(2, 2)}};
    for (nn::NamedMatrix& tensor : tensors)  // subnormals, infinities, NaN
        for (float& x : tensor.matrix) x = std::bit_cast<float>(rng.bits32());
    const scratch::Folder folder;
    const nn::Metadata metadata{{"a", ""}, {"", "b\n"}, {"__metadata__", "c"}};
    nn::save_tensors(folder / "t.safetensors", metadata, tensors, "--save FILE");
    const nn::TensorFile file = nn::load_tensors(folder / "t.safetensors");
    CHECK(file.metadata == metadata);
    CHECK(named_matrices::same(file.tensors, tensors));
}

TEST_CASE("no tensors, no metadata", "[safetensors]") {
    const nn::TensorFile file = loaded(file_of("{}"));
    CHECK(file.metadata.empty());
    CHECK(file.tensors.empty());
    CHECK(loaded(file_of(R"({"__metadata__":{}}   )")).tensors.empty());
}

TEST_CASE("what other programs write", "[safetensors]") {
    const std::string json =
        R"({ "second" : {"data_offsets":[4,12],"shape":[1,2],"dtype":"F32"},)"
        R"("first":{"dtype":"F32","shape":[],"data_offsets":[0,4],"more":null}})";
    const nn::TensorFile file = loaded(file_of(json, bytes_of({1, 2, 3})));
    CHECK(named_matrices::same(
        file.tensors, {{"first", arma::fmat{1}}, {"second", arma::frowvec{2, 3}}}));
}

TEST_CASE("a file cut at any byte", "[safetensors]") {
    const std::string whole = file_of(small_json, std::string(32, 'x'));
    CHECK(loaded(whole).tensors.size() == 2);
    for (std::size_t size = 0; size < whole.size(); ++size) {
        const std::string said = refusal(whole.substr(0, size));
        INFO(size << ": " << said);
        CHECK(said.find("cut off") != said.npos);
    }
    CHECK(refusal("1234") ==
          "4 bytes, a safetensors file has 10 at least; it is cut off or something "
          "else");
    CHECK(refusal(whole.substr(0, 30)) ==
          "the header should end at byte " + std::to_string(8 + small_json.size()) +
              ", the file ends at 30; it is cut off: fetch or save it again");
    CHECK(refusal(whole.substr(0, whole.size() - 1)) ==
          "its tensors need 32 bytes after the header, and there are 31; the file "
          "is cut off: fetch or save it again");
    CHECK(refusal(whole + "y") ==
          "1 bytes after the last tensor; the file is damaged: fetch or save it "
          "again");
}

TEST_CASE("a file of something else", "[safetensors]") {
    const std::string foreign =
        "not a safetensors file, which begins with the length of its header in 8 "
        "bytes and then {; was another file meant?";
    CHECK(refusal("In the beginning God created the heaven and the earth.\n") ==
          foreign);
    CHECK(refusal("\x93NUMPY\x01" + std::string(100, '\0')) == foreign);
    CHECK(refusal(std::string(100, '\0')) == foreign);
    CHECK(refusal(file_of("[1, 2, 3]")) == foreign);
    std::string huge = file_of("{}");  // claims a header of 10¹² bytes
    for (std::size_t i = 0; i < 8; ++i)
        huge[i] = static_cast<char>(1'000'000'000'000 >> 8 * i);
    CHECK(refusal(huge) == foreign);
}

TEST_CASE("a header that is not JSON", "[safetensors]") {
    const std::string rest =
        ": the header is not JSON here; the file is damaged: fetch or save it "
        "again";
    CHECK(header_refusal(R"({"a"; 1})") == "byte 13" + rest);
    CHECK(header_refusal("{}}") == "byte 11" + rest);
    CHECK(header_refusal("{\"a\xFF\":1}") == "byte 12" + rest);
    CHECK(header_refusal(R"({"a":1e999})") ==
          "the header has a number beyond all bounds; the file is damaged: fetch "
          "or save it again");
}

TEST_CASE("a name that comes twice", "[safetensors]") {
    CHECK(header_refusal("{" + entry("a", "[1]", "[0,4]") + "," +
                             entry("a", "[1]", "[4,8]") + "}",
                         bytes_of({1, 2})) ==
          "the header has \"a\" twice; a name may come once: save the file again");
    CHECK(header_refusal(R"({"__metadata__":{"k\n":"1","k\n":"2"}})") ==
          "the header has \"k\\n\" twice; a name may come once: save the file "
          "again");
    CHECK(header_refusal(R"({"a":{"shape":[],"shape":[]}})") ==
          "the header has \"shape\" twice; a name may come once: save the file "
          "again");
    const scratch::Folder folder;
    CHECK_THROWS_WITH(
        nn::save_tensors(folder / "t", {}, std::vector{small[1], small[1]}, ""),
        "save_tensors: \"b\" is taken already; give each matrix a name of its own");
    CHECK_THROWS_WITH(
        nn::save_tensors(folder / "t", {},
                         std::vector{nn::NamedMatrix{"__metadata__", {}}}, ""),
        "save_tensors: \"__metadata__\" is taken already; give each matrix a name "
        "of its own");
}

TEST_CASE("metadata that is not text", "[safetensors]") {
    const std::string problem =
        "its __metadata__ is not texts by name; save the file again";
    CHECK(header_refusal(R"({"__metadata__":{"step":1}})") == problem);
    CHECK(header_refusal(R"({"__metadata__":"text"})") == problem);
    CHECK(header_refusal(R"({"__metadata__":["text"]})") == problem);
}

TEST_CASE("another type than float", "[safetensors]") {
    CHECK(header_refusal(
              R"({"w\n":{"dtype":"BF16","shape":[2],"data_offsets":[0,4]}})",
              "1234") ==
          "tensor \"w\\n\": its dtype is \"BF16\", the book reads \"F32\" only; in "
          "PyTorch save tensor.float()");
    CHECK(header_refusal(R"({"w":{"dtype":7,"shape":[1],"data_offsets":[0,4]}})",
                         "1234") ==
          "tensor \"w\": its dtype is 7, the book reads \"F32\" only; in PyTorch "
          "save tensor.float()");
    const std::string none = "tensor \"w\": it has no dtype; save the file again";
    CHECK(header_refusal(R"({"w":{"shape":[1],"data_offsets":[0,4]}})") == none);
    CHECK(header_refusal(R"({"w":5})") == none);
}

TEST_CASE("shapes and offsets that are none", "[safetensors]") {
    for (const std::string bad : {"5", "[-1]", "[1.5]", "[\"1\"]", "{}", "null"}) {
        const std::string rest =
            " is not a list of whole numbers; save the file again";
        CHECK(header_refusal("{" + entry("w", bad, "[0,4]") + "}", "1234") ==
              "tensor \"w\": its shape" + rest);
        CHECK(header_refusal("{" + entry("w", "[1]", bad) + "}", "1234") ==
              "tensor \"w\": its data_offsets" + rest);
    }
    CHECK(header_refusal("{" + entry("w", "[1,1,1]", "[0,4]") + "}", "1234") ==
          "tensor \"w\": its shape has 3 numbers, a matrix has 2 at most; reshape "
          "it and save again");
}

TEST_CASE("a shape that is not the offsets'", "[safetensors]") {
    const auto said = [](const std::string& shape, const std::string& offsets) {
        return header_refusal("{" + entry("w", shape, offsets) + "}", "12345678");
    };
    for (const std::string shape : {"[3]", "[1]", "[2,2]", "[0]",
                                    "[4611686018427387906]",  // · 4 = 2⁶⁴ + 8
                                    "[2,2305843009213693953]"})
        CHECK(said(shape, "[0,8]") ==
              "tensor \"w\": the shape " + shape +
                  " of F32 does not fit the data_offsets [0,8]; save the file "
                  "again");
    for (const std::string offsets : {"[8,0]", "[8]", "[]", "[0,7]"})
        CHECK(said("[2]", offsets) ==
              "tensor \"w\": the shape [2] of F32 does not fit the data_offsets " +
                  offsets + "; save the file again");
    CHECK(said("[250000000000]", "[0,1000000000000]") ==
          "its tensors need 1000000000000 bytes after the header, and there are 8; "
          "the file is cut off: fetch or save it again");
}

TEST_CASE("tensors that overlap or leave a hole", "[safetensors]") {
    const auto said = [](const std::string& a, const std::string& b) {
        return header_refusal(
            "{" + entry("a", "[1]", a) + "," + entry("b", "[1]", b) + "}",
            "123456789012");
    };
    CHECK(said("[0,4]", "[8,12]") ==
          "tensor \"b\": it begins at byte 8 of the data, the one before ends at "
          "4; save the file again");
    CHECK(said("[0,4]", "[0,4]") ==
          "tensor \"b\": it begins at byte 0 of the data, the one before ends at "
          "4; save the file again");
    CHECK(said("[4,8]", "[8,12]") ==
          "tensor \"a\": it begins at byte 4 of the data, the one before ends at "
          "0; save the file again");
}

TEST_CASE("texts that are not UTF-8 are not written", "[safetensors]") {
    const scratch::Folder folder;
    const std::string bad = "fr\xE9re";
    const std::string problem =
        folder /
        "t: would hold a text that is not UTF-8, 'fr…'; give names and "
        "options in UTF-8";
    const auto save = [&](const nn::Metadata& metadata, const std::string& name) {
        nn::save_tensors(folder / "t", metadata,
                         std::vector{nn::NamedMatrix{name, arma::fmat(1, 1)}}, "");
    };
    CHECK_THROWS_WITH(save({{"a", bad}}, "w"), problem);
    CHECK_THROWS_WITH(save({{bad, "a"}}, "w"), problem);
    CHECK_THROWS_WITH(save({}, bad), problem);
    CHECK(folder.contents().empty());
}

TEST_CASE("a file that cannot be written or read", "[safetensors]") {
    const scratch::Folder folder;
    const std::string file = folder.file("file", "");
    CHECK_THROWS_WITH(nn::save_tensors(file + "/t", {}, small, "--save FILE"),
                      oracle::mentions("cannot be written") &&
                          oracle::mentions("choose another folder: --save FILE"));
    CHECK_THROWS_WITH(nn::load_tensors(folder / "none"),
                      folder / "none: no such file; check the path");
}

TEST_CASE("a tensor is asked for by name and size", "[safetensors]") {
    CHECK(nn::tensor_named(small, "b", arma::size(2, 1), "f")(1) == 8);
    CHECK_THROWS_WITH(nn::tensor_named(small, "W_x", arma::size(2, 1), "f"),
                      "f: has no tensor 'W_x'; was it saved by another model?");
    CHECK_THROWS_WITH(
        nn::tensor_named(small, "W_h", arma::size(3, 2), "f"),
        "f: tensor 'W_h' is 2 × 3, this model needs 3 × 2; was it saved by "
        "another model?");
}

TEST_CASE("tensors that nobody wants may be of any kind", "[safetensors]") {
    const std::string json =
        R"({"mask":{"dtype":"BOOL","shape":[1,1,2,2],"data_offsets":[4,8]},)" +
        entry("a", "[1]", "[0,4]") + "," + entry("b", "[2]", "[8,16]") + "}";
    const scratch::Folder folder;
    const std::string path =
        folder.file("t.safetensors", file_of(json, bytes_of({1, 0, 2, 3})));
    const auto wanted = [](const std::string& name) { return name != "mask"; };
    CHECK(named_matrices::same(nn::load_tensors(path, wanted).tensors,
                               {{"a", arma::fmat{1}}, {"b", arma::fvec{2, 3}}}));
    CHECK_THROWS_WITH(nn::load_tensors(path),
                      oracle::mentions("tensor \"mask\": its dtype is \"BOOL\""));
    const auto nothing = [](const std::string&) { return false; };
    CHECK(nn::load_tensors(path, nothing).tensors.empty());
    const auto said = [&](const std::string& mask) {
        try {
            nn::load_tensors(
                folder.file("bad", file_of("{\"mask\":" + mask + "}", "1234")),
                wanted);
        } catch (const nn::InputError& error) {
            const std::string message = error.what();
            return message.substr(message.find("tensor"));
        }
        return std::string("no refusal");
    };
    for (const std::string offsets : {"[4,0]", "[4]", "[]"})
        CHECK(said(R"({"data_offsets":)" + offsets + "}") ==
              "tensor \"mask\": its data_offsets are " + offsets +
                  ", not a beginning and an end; save the file again");
    CHECK(said(R"({"data_offsets":[1,4]})") ==
          "tensor \"mask\": it begins at byte 1 of the data, the one before ends "
          "at 0; save the file again");
    CHECK(said(R"({"data_offsets":[0,8]})") ==
          "tensors need 8 bytes after the header, and there are 4; the file is cut "
          "off: fetch or save it again");
    for (const std::string none : {"{}", "[]", "7", R"({"data_offsets":[0,-4]})"})
        CHECK(said(none) ==
              "tensor \"mask\": its data_offsets is not a list of "
              "whole numbers; save the file again");
}
