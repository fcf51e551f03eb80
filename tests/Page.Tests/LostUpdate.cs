using Interleavings;

namespace Page.Tests;

static class LostUpdate
{
    internal static Verdict Explored() => Explorer.Explore(() =>
    {
        var count = 0;
        void Increment()
        {
            count++;
        }
        var (a, b) = (new Thread(Increment), new Thread(Increment));
        a.Start();
        b.Start();
        a.Join();
        b.Join();
        if (count != 2) throw new InvalidOperationException($"{count} of 2 increments are left");
    });
}
