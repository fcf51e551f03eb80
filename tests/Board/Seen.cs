namespace Katas.Tests.Board;

/// <summary>How a run has shown a spec.</summary>
/// <param name="Text">What it said: when it failed its message, otherwise its output.</param>
sealed record Seen(bool Passed, string Text = "");
