"""Facts of an ad, one family a file. Each reader takes a document and gives a value with the words it rests on."""
