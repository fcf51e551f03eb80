using System.Collections.Concurrent;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Fidelity;

/// <summary>Where nothing is explored, woven code does what it did before.</summary>
public class OutsideExecutionTests
{
    [Test]
    public void A_consumer_waits_for_what_is_added_later()
    {
        using var items = new BlockingCollection<int> { 1 };
        using var hasTakenOne = new ManualResetEventSlim();
        var sum = 0;
        var consumer = new Thread(() =>
        {
            foreach (var item in items.GetConsumingEnumerable())
            {
                sum += item;
                hasTakenOne.Set();
            }
        });

        consumer.Start();
        hasTakenOne.Wait();
        items.Add(2);
        items.CompleteAdding();
        consumer.Join();

        sum.ShouldBe(3);
    }

    [Test]
    public void A_cancelled_wait_of_a_blocking_collection_ends()
    {
        using var items = new BlockingCollection<int>(boundedCapacity: 1) { 1 };
        var cancelled = new CancellationToken(canceled: true);

        Should.Throw<OperationCanceledException>(() => items.Add(2, cancelled));
        items.Take(CancellationToken.None).ShouldBe(1);
        Should.Throw<OperationCanceledException>(() => items.Take(cancelled));
        Should.Throw<OperationCanceledException>(
            () => items.GetConsumingEnumerable(cancelled).Count());
    }
}
