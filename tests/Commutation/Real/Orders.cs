using Commutation.Sources;

namespace Commutation.Real;

/// <summary>Two calls for real, one after the other, in both orders.</summary>
sealed class Orders
{
    public string FirstThenSecond { get; }

    public string SecondThenFirst { get; }

    /// <summary>Whether two runs in one order differ: then nothing can be compared.</summary>
    public bool IsChance { get; }

    public bool Differ => FirstThenSecond != SecondThenFirst;

    public Orders(Programs programs, int state, int first, int second)
    {
        string Run(bool swapped) =>
            Observation.Of(programs.InOrder(state, first, second, swapped));
        FirstThenSecond = Run(swapped: false);
        SecondThenFirst = Run(swapped: true);
        IsChance = Run(swapped: false) != FirstThenSecond || Run(swapped: true) != SecondThenFirst;
    }
}
