using System.Reflection;
using System.Threading.Channels;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Async;

/// <summary>LINQ over async streams.</summary>
public class AsyncQueryTests
{
    private static async IAsyncEnumerable<int> Numbers(int count = 3)
    {
        for (var i = 1; i <= count; i++)
        {
            await Task.Yield();
            yield return i;
        }
    }

    /// <summary>The same, never waiting: each wait multiplies the interleavings.</summary>
    private static async IAsyncEnumerable<int> Ready(int count = 3)
    {
        await Task.CompletedTask;
        for (var i = 1; i <= count; i++) yield return i;
    }

    private static IEnumerable<TestCaseData> Queries()
    {
        yield return Case("Select over waits", async () =>
            (await Numbers(2).Select(n => n * 2).SumAsync()).ShouldBe(6));
        yield return Case("Select", async () =>
            (await Ready().Select(n => n * 2).SumAsync()).ShouldBe(12));
        yield return Case("Where", async () =>
            (await Ready().Where(n => n > 1).CountAsync()).ShouldBe(2));
        yield return Case("Take", async () =>
            (await Ready().Take(2).ToListAsync()).ShouldBe([1, 2]));
        yield return Case("Skip", async () => (await Ready().Skip(2).ToArrayAsync()).ShouldBe([3]));
        yield return Case("First", async () => (await Ready().FirstAsync(n => n > 1)).ShouldBe(2));
        yield return Case("Any", async () => (await Ready().AnyAsync(n => n > 3)).ShouldBeFalse());
        yield return Case("OrderBy", async () =>
            (await Ready().OrderByDescending(n => n).ToListAsync()).ShouldBe([3, 2, 1]));
        yield return Case("GroupBy", async () =>
            (await Ready().GroupBy(n => n % 2).CountAsync()).ShouldBe(2));
        yield return Case("Zip", async () =>
            (await Ready().Zip(Ready(), (a, b) => a * b).MaxAsync()).ShouldBe(9));
        yield return Case("SelectMany", async () =>
            (await Ready(2).SelectMany(n => Ready(n)).ToListAsync()).ShouldBe([1, 1, 2]));
        yield return Case("ToAsyncEnumerable", async () =>
        {
            var sum = 0;
            await foreach (var n in new[] { 1, 2 }.ToAsyncEnumerable().Append(3)) sum += n;
            sum.ShouldBe(6);
        });
        yield return Case("An async selector", async () => (await Ready()
            .Select(async (int n, CancellationToken _) =>
            {
                await Task.Yield();
                return n;
            })
            .SumAsync()).ShouldBe(6));
        yield return Case("Query syntax", async () =>
            (await (from n in Ready() where n < 3 select n + 1).ToListAsync()).ShouldBe([2, 3]));
        yield return Case("A failing selector", async () => await Fails<InvalidOperationException>(
            async () => await Ready().Select(n => n > 1 ? throw new InvalidOperationException() : n)
                .CountAsync()));
        yield return Case("A token that is cancelled", async () =>
        {
            using var source = new CancellationTokenSource();
            await source.CancelAsync();
            await Fails<OperationCanceledException>(async () =>
                await Channel.CreateUnbounded<int>().Reader.ReadAllAsync()
                    .ToListAsync(source.Token));
        });
    }

    [TestCaseSource(nameof(Queries))]
    public void A_query_gives_what_it_gives_for_real(Func<Task> program)
    {
        var verdict = Explorer.Explore(program);

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [TestCaseSource(nameof(Queries))]
    public async Task A_query_is_the_frameworks_outside_an_exploration(Func<Task> program) =>
        await program();

    [Test]
    public void A_query_over_a_channel_gets_every_item()
    {
        var verdict = Explorer.Explore(async () =>
        {
            var channel = Channel.CreateBounded<int>(1);
            var writer = Task.Run(async () =>
            {
                for (var i = 0; i < 3; i++) await channel.Writer.WriteAsync(i);
                channel.Writer.Complete();
            });
            (await channel.Reader.ReadAllAsync().Where(n => n > 0).Select(n => n * 2).SumAsync())
                .ShouldBe(6);
            await writer;
        });

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [Test]
    public void Two_queries_at_once_whose_selectors_share_a_variable_race()
    {
        var verdict = Explorer.Explore(async () =>
        {
            var count = 0;
            async Task Go() => await Numbers(1).Select(n => count++).CountAsync();
            await Task.WhenAll(Task.Run(Go), Task.Run(Go));
            count.ShouldBe(2);
            // The race will do: what comes after it takes long to search.
        }, new Bounds { AfterDataRace = 100 });

        verdict.Outcome.ShouldBe(Outcome.Broken, verdict.ToString());
    }

    [Test]
    public void Two_queries_at_once_that_share_nothing_are_proved()
    {
        var verdict = Explorer.Explore(async () =>
        {
            static async Task<int> Go() => await Numbers(1).Select(n => n * 2).SumAsync();
            (await Task.WhenAll(Task.Run(Go), Task.Run(Go))).Sum().ShouldBe(4);
        });

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [Test]
    public void A_query_says_the_same_each_time()
    {
        static Verdict Explore() => Explorer.Explore(async () =>
        {
            var sum = 0;
            await foreach (var n in Numbers(2).Select(n => n)) sum += n;
            sum.ShouldBe(3);
        });

        var first = Explore();
        first.Outcome.ShouldBe(Outcome.Proved, first.ToString());
        for (var i = 0; i < 5; i++) Explore().Executions.ShouldBe(first.Executions);
    }

    /// <summary>No operator runs unseen: the program calls the woven copy of each.</summary>
    [Test]
    public void Every_operator_of_the_framework_is_in_the_woven_copy()
    {
        var copy = Program<int>().GetType().Assembly;
        copy.GetName().Name.ShouldBe("Explorer.AsyncQueries");
        copy.GetCustomAttributes<AssemblyMetadataAttribute>().ShouldContain(m => m.Key == "Woven");

        static string[] Members(Type type) =>
            [.. type.GetMethods(BindingFlags.Public | BindingFlags.Static)
                .Select(m =>
                    $"{m.Name}`{m.GetGenericArguments().Length}({m.GetParameters().Length})")
                .Order()];
        var framework = Assembly.Load("System.Linq.AsyncEnumerable")
            .GetType("System.Linq.AsyncEnumerable")!;
        var woven = copy.GetType("Interleavings.AsyncQueries.AsyncEnumerable", throwOnError: true)!;
        Members(woven).ShouldBe(Members(framework));
        Members(woven).Length.ShouldBeGreaterThan(100);
    }

    private static async Task Fails<TException>(Func<Task> query) where TException : Exception
    {
        try
        {
            await query();
        }
        catch (TException)
        {
            return;
        }
        throw new ShouldAssertException($"It should throw {typeof(TException).Name}.");
    }

    private static IAsyncEnumerable<T> Program<T>() => AsyncEnumerable.Empty<T>();

    private static TestCaseData Case(string name, Func<Task> program) =>
        new(program) { TestName = name };
}
