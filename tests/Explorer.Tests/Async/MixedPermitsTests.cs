using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Async;

public class MixedPermitsTests
{
    [Test]
    public void Who_blocks_beside_who_awaits_is_refused_for_their_order_is_not_known()
    {
        var verdict = Explorer.Explore(async () =>
        {
            var gate = new SemaphoreSlim(0);
            var blocks = Task.Run(() => gate.Wait());
            var awaits = gate.WaitAsync();
            gate.Release(2);
            await Task.WhenAll(blocks, awaits);
        });

        verdict.Outcome.ShouldBe(Outcome.Refused, verdict.ToString());
        verdict.ToString().ShouldContain("WaitAsync");
    }
}
