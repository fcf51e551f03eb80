// Given, and wrong on purpose: leave it as it is. The file to edit is Cooperative.cs.
namespace Katas.CooperativeCounter;

public sealed class HastyCounter
{
    int count;

    public int Value => count;

    /// <summary>Takes two turns: reads the count in the first, writes it in the second.</summary>
    public async Task IncrementAsync()
    {
        var seen = count;
        await Task.Yield();
        count = seen + 1;
    }
}
