using Interleavings;
using NUnit.Framework;

/// <summary>What explores a hostile kata, and what comes after it.</summary>
[TestFixture]
public class Specs
{
    [Test, EveryInterleaving, Order(1)]
    public void The_kata_runs() => Kata.Run();

    [Test, EveryInterleaving, Order(2)]
    public void The_next_kata_is_proved()
    {
        var (count, gate) = (0, new object());
        Thread[] threads = [new(Increment), new(Increment)];
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        Assert.That(count, Is.EqualTo(2));

        void Increment()
        {
            lock (gate) count++;
        }
    }
}
