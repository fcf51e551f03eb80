using System.Diagnostics;
using Katas.CooperativeCounter;
using NUnit.Framework;

namespace Katas.Tests;

/// <summary>
/// A and B on one thread, each adding one to a hasty counter. Who gets the next turn, from one
/// await to the next, is read from a learner's text; those left over at its end go on, A first.
/// </summary>
sealed class TakenTurns : SynchronizationContext
{
    readonly HastyCounter _counter = new();
    readonly Dictionary<string, Action> _next = [];
    readonly Dictionary<string, int> _taken = new() { ["A"] = 0, ["B"] = 0 };
    readonly List<string> _lines = [];
    string _turn = "";

    internal int Value => _counter.Value;

    /// <summary>A line for each turn: "A  reads 0".</summary>
    internal string Lines => string.Join('\n', _lines);

    internal static TakenTurns Of(string turns)
    {
        var before = Current;
        var taken = new TakenTurns();
        SetSynchronizationContext(taken);
        try
        {
            taken.TakeAll(turns.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }
        finally
        {
            SetSynchronizationContext(before);
        }
        return taken;
    }

    public override void Post(SendOrPostCallback d, object? state) =>
        _next[_turn] = () => d(state);

    void TakeAll(string[] turns)
    {
        foreach (var name in _taken.Keys) _next[name] = () => _ = _counter.IncrementAsync();
        for (var i = 0; i < turns.Length; i++)
        {
            if (!_taken.ContainsKey(turns[i]))
                Refuse($"\"{turns[i]}\" is nobody's turn: write A or B, with a space in between.");
            if (!_next.ContainsKey(turns[i]))
                Refuse($"turn {i + 1} is {turns[i]}'s, who is done: an increment takes two turns,"
                    + " one up to the await, and one from there on.");
            Take(turns[i]);
        }
        while (_next.Count > 0) Take(_next.Keys.Min()!);

        [StackTraceHidden]
        void Refuse(string why) => Assert.Fail($"The turns \"{string.Join(' ', turns)}\": {why}");
    }

    void Take(string name)
    {
        _turn = name;
        _next.Remove(name, out var piece);
        var seen = Value;
        piece!();
        _lines.Add($"  {name}  {(++_taken[name] == 1 ? $"reads {seen}" : $"writes {Value}")}");
    }
}
