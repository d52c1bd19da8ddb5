"""The options of a training run, read from one YAML file."""

from __future__ import annotations

from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field


class TrainConfig(BaseModel):
    """Everything that decides what comes out of a run, besides the corpora."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field(description="Name of the model.")
    version: str = Field(description="Version of the model.")
    seed: int = Field(description="Seed of every random choice.")
    max_pieces: int = Field(description="Longest window, with its two border pieces.")
    batch_pieces: int = Field(description="Pieces in a batch, padding included.")
    epochs: int = Field(description="Passes over the corpora.")
    encoder_rate: float = Field(description="Peak rate of the top encoder layer; 0 freezes all.")
    head_rate: float = Field(description="Peak learning rate of the heads.")
    layer_decay: float = Field(description="Each layer below learns slower by this factor.")
    warmup_steps: int = Field(description="Steps until the peak rate; linear decay follows.")
    weight_decay: float = Field(description="AdamW's, on matrices only.")
    dropout: float = Field(description="On the input of the heads.")
    encoder_dropout: float = Field(description="Inside the encoder.")
    word_dropout: float = Field(description="Share of words whose pieces are hidden.")
    average_decay: float = Field(description="Decay of the moving average of the weights.")
    evaluate_every: int = Field(description="Steps between evaluations and checkpoints.")
    lower_cased: float = Field(description="Share of windows shown in lower case.")
    upper_cased: float = Field(description="Share of windows shown in capitals.")
    title_cased: float = Field(description="Share of windows shown like headlines.")
    name_swaps: float = Field(description="Share of sentences whose names are exchanged.")
    shares: dict[str, float] = Field(description="How often a corpus is read in an epoch.")
    losses: dict[str, float] = Field(description="Weight of each loss; 0 where it is left out.")

    @classmethod
    def read(cls, path: Path) -> TrainConfig:
        """The options in a YAML file."""
        return cls.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
