"""Loads our vector files, saves them as its own, and examines them as we do."""
import sys
import warnings

from gensim.models import KeyedVectors

warnings.filterwarnings("ignore")
folder = sys.argv[1] + "/"


def hexadecimal(*numbers):
    return " ".join(float(number).hex() for number in numbers)


ours = {
    "binary": KeyedVectors.load_word2vec_format(folder + "ours.bin", binary=True),
    "text": KeyedVectors.load_word2vec_format(folder + "ours.vec"),
    "glove": KeyedVectors.load_word2vec_format(folder + "ours.txt", no_header=True),
}
for form, vectors in ours.items():
    print("words", form, *vectors.index_to_key)
    print("numbers", form, hexadecimal(*vectors.vectors.ravel()))

vectors = ours["binary"]
vectors.save_word2vec_format(folder + "theirs.bin", binary=True)
vectors.save_word2vec_format(folder + "theirs.vec")
for word in vectors.index_to_key[::37]:
    for near, cosine in vectors.most_similar(word, topn=10):
        print("near", word, near, hexadecimal(cosine))

pairs = vectors.evaluate_word_pairs(folder + "pairs", delimiter="\t")
print("pairs", hexadecimal(pairs[1][0], pairs[2]))
for section in vectors.evaluate_word_analogies(folder + "questions")[1][:-1]:
    right, wrong = len(section["correct"]), len(section["incorrect"])
    print("section", section["section"], right + wrong, right)
