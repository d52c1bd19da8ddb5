"""How the embedded model is made: corpora, network, training, export, evaluation."""
