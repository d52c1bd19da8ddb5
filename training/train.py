"""Train the network: ``python -m training.train --data DIR --out RUN``.

A run can be stopped at any time and goes on from its last checkpoint. Its log is
one JSON object a line: losses by head, and dev figures at every evaluation.
"""

from __future__ import annotations

import argparse
import json
import logging
import random
import time
from pathlib import Path

import torch
from torch import Tensor

from newsevents.encoder.pieces import PieceTable
from training.config import TrainConfig
from training.evaluate import evaluate
from training.labels import Labels
from training.losses import losses
from training.network import LAYERS, OPTIONAL, Network
from training.prepare import Prepared, backbone_folder, load_tokenizer, prepare
from training.swap import NameSwapper
from training.windows import Window, WindowMaker, batches, tensors

log = logging.getLogger("training")


class Run:
    """One training run and everything that must survive a stop."""

    def __init__(
        self, config: TrainConfig, data: Path, out: Path, *, start: Path | None = None
    ) -> None:
        self.config = config
        self.out = out
        out.mkdir(parents=True, exist_ok=True)
        self.table = make_table()
        self.train: Prepared = prepare(data, "train", cache=out.parent)
        self.dev: Prepared = prepare(data, "dev", cache=out.parent)
        self.labels = Labels.collect(words for doc in self.train for words in doc.gold)
        self.swapper = NameSwapper(
            (words for doc in self.train for words in doc.spacy), chance=config.name_swaps
        )
        torch.manual_seed(config.seed)
        self.network = Network(
            self.table.vocabulary,
            self.labels.sizes(),
            dropout=config.dropout,
            encoder_dropout=config.encoder_dropout,
        )
        if start is None:
            self.network.encoder.read_backbone(backbone_folder())
        else:
            # Heads that the earlier run did not train, or not for these labels, begin anew.
            known, ours = torch.load(start / "best.pt")["weights"], self.network.state_dict()
            fitting = {k: v for k, v in known.items() if v.shape == ours[k].shape}
            self.network.load_state_dict(fitting, strict=False)
        self.average = {k: v.clone() for k, v in self.network.state_dict().items()}
        self.optimizer = torch.optim.AdamW(_groups(self.network, config))
        self.step = 0
        self.epoch = 0
        self.steps_per_epoch = len(self._epoch(0))

    def _epoch(self, epoch: int) -> list[list[Window]]:
        rng = random.Random(self.config.seed * 1000 + epoch)
        maker = WindowMaker(self.table, self.config, training=True)
        windows: list[Window] = []
        for doc in self.train:
            share = self.config.shares[doc.corpus]
            times = int(share) + (rng.random() < share % 1)
            for _ in range(times):
                # Both ways to cut words: the treebank's and spaCy's.
                sentences = doc.gold if rng.random() < 0.4 else doc.spacy
                if not doc.ordered:
                    sentences = rng.sample(sentences, len(sentences))
                sentences = [self.swapper.swap(words, rng) for words in sentences]
                windows += maker.windows(sentences, bounded=doc.bounded, rng=rng)
        return batches(windows, pieces=self.config.batch_pieces, rng=rng)

    def go(self) -> None:
        """Train until the last epoch, with an evaluation now and then."""
        total = self.steps_per_epoch * self.config.epochs
        schedule = torch.optim.lr_scheduler.LambdaLR(
            self.optimizer, lambda step: self._rate(step, total)
        )
        self._resume(schedule)
        started, words = time.time(), 0
        sums: dict[str, float] = {}
        for epoch in range(self.epoch, self.config.epochs):
            done = self.step - epoch * self.steps_per_epoch
            for group in self._epoch(epoch)[max(done, 0) : self.steps_per_epoch]:
                batch = tensors(group, self.labels, self.table)
                found = self._update(batch)
                schedule.step()
                self.step += 1
                words += int((batch["sentence"] >= 0).sum())
                sums = {k: sums.get(k, 0.0) + v for k, v in found.items()}
                if self.step % 25 == 0:
                    speed = words / (time.time() - started)
                    self._log(
                        epoch=epoch,
                        total=total,
                        speed=round(speed),
                        **{k: round(v / 25, 4) for k, v in sums.items()},
                    )
                    started, words, sums = time.time(), 0, {}
                if self.step % self.config.evaluate_every == 0:
                    self._evaluate(schedule)
                    started = time.time()
            self.epoch = epoch + 1
        self._evaluate(schedule)

    def _rate(self, step: int, total: int) -> float:
        warm = self.config.warmup_steps
        return step / warm if step < warm else max(0.02, (total - step) / (total - warm))

    def _update(self, batch: dict[str, Tensor]) -> dict[str, float]:
        self.network.train()
        with torch.autocast("cpu", dtype=torch.bfloat16):
            found = losses(self.network, batch)
        total = torch.stack([self.config.losses.get(k, 0.0) * v for k, v in found.items()]).sum()
        total.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad()
        decay = min(self.config.average_decay, (self.step + 1) / (self.step + 20))
        with torch.no_grad():
            ours = self.network.state_dict()
            names = list(ours)
            torch._foreach_lerp_(
                [self.average[n] for n in names], [ours[n] for n in names], 1 - decay
            )
        return {k: float(v.detach()) for k, v in found.items()}

    def _evaluate(self, schedule: torch.optim.lr_scheduler.LambdaLR) -> None:
        self._save(schedule)
        current = {k: v.clone() for k, v in self.network.state_dict().items()}
        self.network.load_state_dict(self.average)
        figures = evaluate(self.network, self.dev, self.labels, self.table, self.config)
        self.network.load_state_dict(current)
        self._log(dev=figures)
        score = sum(figures.values())
        best = self.out / "best.json"
        if not best.exists() or score > json.loads(best.read_text())["score"]:
            untrained = tuple(
                part
                for k, parts in OPTIONAL.items()
                if k not in self.config.losses
                for part in parts
            )
            weights = {k: v for k, v in self.average.items() if not k.startswith(untrained)}
            torch.save({"weights": weights, "labels": self.labels.tables}, self.out / "best.pt")
            best.write_text(json.dumps({"score": score, "step": self.step, **figures}))

    def _save(self, schedule: torch.optim.lr_scheduler.LambdaLR) -> None:
        state = {
            "step": self.step,
            "epoch": self.epoch,
            "weights": self.network.state_dict(),
            "average": self.average,
            "optimizer": self.optimizer.state_dict(),
            "schedule": schedule.state_dict(),
            "random": torch.get_rng_state(),
        }
        torch.save(state, self.out / "last.tmp")
        (self.out / "last.tmp").replace(self.out / "last.pt")

    def _resume(self, schedule: torch.optim.lr_scheduler.LambdaLR) -> None:
        path = self.out / "last.pt"
        if not path.exists():
            return
        state = torch.load(path)
        self.step, self.epoch, self.average = state["step"], state["epoch"], state["average"]
        self.network.load_state_dict(state["weights"])
        self.optimizer.load_state_dict(state["optimizer"])
        schedule.load_state_dict(state["schedule"])
        torch.set_rng_state(state["random"])
        log.info("going on from step %d", self.step)

    def _log(self, **values: object) -> None:
        line = json.dumps({"step": self.step, **values})
        log.info(line)
        with (self.out / "log.jsonl").open("a", encoding="utf-8") as lines:
            lines.write(line + "\n")


def make_table() -> PieceTable:
    """The backbone's word pieces, with room for every word of the corpora."""
    return PieceTable(load_tokenizer(), size=1_000_000)


def _groups(network: Network, config: TrainConfig) -> list[dict[str, object]]:
    """Slower rates for lower layers, none for a frozen encoder; no decay for biases and norms."""
    groups = []
    for name, parameter in network.named_parameters():
        rate = config.head_rate
        if name.startswith("encoder."):
            depth = int(name.split(".")[2]) + 1 if ".layers." in name else 0
            rate = config.encoder_rate * config.layer_decay ** (LAYERS - depth)
        if name == "encoder.shape.weight" and rate:
            rate = config.head_rate
        parameter.requires_grad_(rate > 0)
        decay = config.weight_decay if parameter.dim() > 1 else 0.0
        groups.append({"params": [parameter], "lr": rate, "weight_decay": decay})
    return groups


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--data", type=Path, default=Path("../shared/corpora"), help="folder of the corpora"
    )
    parser.add_argument(
        "--config",
        type=Path,
        default=Path(__file__).parent / "config.yaml",
        help="options of the run",
    )
    parser.add_argument("--out", type=Path, default=Path("runs/base"), help="folder of the run")
    parser.add_argument("--start", type=Path, help="run whose best weights to start from")
    parser.add_argument("--threads", type=int, default=2, help="cores to train on")
    args = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(args.threads)
    Run(TrainConfig.read(args.config), args.data, args.out, start=args.start).go()


if __name__ == "__main__":
    main()
