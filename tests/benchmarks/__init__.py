"""Tests of the benchmarks: what they read and how they count."""
