using System.Text;
using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Finds;

/// <summary>Streams, readers and writers: each call changes how far one has come.</summary>
public class StreamTests
{
    private sealed class Joining : TextWriter
    {
        internal string Text { get; private set; } = "";

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => Text += value;
    }

    private sealed class LockingWriter : TextWriter
    {
        private readonly Lock _gate = new();
        private string _text = "";

        internal int Length
        {
            get { lock (_gate) return _text.Length; }
        }

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value)
        {
            lock (_gate) _text += value;
        }
    }

    private sealed class Shouting : StringWriter
    {
        public override void Write(string? value) => base.Write(value?.ToUpperInvariant());
    }

    private static MemoryStream Bytes(params byte[] bytes) => new(bytes);

    private static IEnumerable<TestCaseData> Wrong()
    {
        yield return Case("two write to one StringWriter", () =>
        {
            var text = new StringWriter();
            Threads.Run(() => text.Write("a"), () => text.Write("b"));
        });
        yield return Case("the same as a TextWriter", () =>
        {
            TextWriter text = new StringWriter();
            Threads.Run(() => text.WriteLine(1), () => text.WriteLine(2));
        });
        yield return Case("one writes, one looks", () =>
        {
            var text = new StringWriter();
            Threads.Run(() => text.Write("a"), () => text.ToString());
        });
        yield return Case("by a delegate", () =>
        {
            Action<string> write = new StringWriter().Write;
            Threads.Run(() => write("a"), () => write("b"));
        });
        yield return Case("both dispose of it", () =>
        {
            var text = new StringWriter();
            Threads.Run(() => { using (text) { } }, () => { using (text) { } });
        });
        yield return Case("a class over StringWriter", () =>
        {
            var text = new Shouting();
            Threads.Run(() => text.Write("a"), () => text.Write("b"));
        });
        yield return Case("a member that a class over StringWriter inherits", () =>
        {
            TextWriter text = new Shouting();
            Threads.Run(() => text.Write('a'), () => text.Write('b'));
        });
        yield return Case("a writer of one's own", () =>
        {
            var text = new Joining();
            Threads.Run(() => text.Write("a"), () => text.Write("b"));
        });
        yield return Case("two writers over one stream", () =>
        {
            var stream = new MemoryStream();
            var (one, other) = (new StreamWriter(stream), new StreamWriter(stream));
            Threads.Run(() => one.Write("a"), () => other.Write("b"));
        });
        yield return Case("a writer and its stream", () =>
        {
            var stream = new MemoryStream();
            var writer = new BinaryWriter(stream);
            Threads.Run(() => writer.Write(1), () => stream.ToArray());
        });
        yield return Case("two read lines", () =>
        {
            var text = new StringReader("1\n2\n");
            Threads.Run(() => text.ReadLine(), () => text.ReadLine());
        });
        yield return Case("two read a stream", () =>
        {
            Stream stream = Bytes(1, 2);
            Threads.Run(() => stream.ReadByte(), () => stream.ReadByte());
        });
        yield return Case("two readers over one stream", () =>
        {
            var stream = Bytes(1, 2);
            Threads.Run(
                () => new BinaryReader(stream).ReadByte(),
                () => new BinaryReader(stream).ReadByte());
        });
        yield return Case("a stream over an array that is written", () =>
        {
            var bytes = new byte[2];
            Threads.Run(() => new MemoryStream(bytes).ReadByte(), () => bytes[1] = 1);
        });
        yield return Case("a copy into a stream", () =>
        {
            var (from, to) = (Bytes(1), new MemoryStream());
            Threads.Run(() => from.CopyTo(to), () => to.ReadByte());
        });
        yield return Case("inside a synchronized writer", () =>
        {
            var text = new StringWriter();
            var writer = TextWriter.Synchronized(text);
            Threads.Run(() => writer.Write("a"), () => text.Write("b"));
        });
    }

    private static IEnumerable<TestCaseData> Right()
    {
        yield return Case("a lock", () =>
        {
            var text = new StringWriter();
            Threads.Run(
                () => { lock (text) text.Write("a"); },
                () => { lock (text) text.Write("b"); });
            text.ToString().ShouldBeOneOf("ab", "ba");
        });
        yield return Case("each has its own", () =>
            Threads.Run(2, _ =>
            {
                using var text = new StringWriter();
                text.Write("a");
                text.ToString().ShouldBe("a");
            }));
        yield return Case("each reads one array through its own", () =>
        {
            byte[] bytes = [1, 2];
            Threads.Run(2, _ =>
            {
                using var reader = new BinaryReader(new MemoryStream(bytes));
                reader.ReadByte().ShouldBe((byte)1);
            });
        });
        yield return Case("both only look", () =>
        {
            var stream = Bytes(1, 2);
            Threads.Run(2, _ => (stream.Position + stream.Length).ShouldBe(2));
        });
        yield return Case("a writer of one's own that locks", () =>
        {
            var text = new LockingWriter();
            Threads.Run(() => text.Write("ab"), () => text.Write("c"));
            text.Length.ShouldBe(3);
        });
        yield return Case("a synchronized writer", () =>
        {
            var text = new StringWriter();
            var writer = TextWriter.Synchronized(text);
            Threads.Run(() => writer.Write("a"), () => writer.Write("b"));
            text.ToString().ShouldBeOneOf("ab", "ba");
        });
        yield return Case("several calls under the lock of a synchronized writer", () =>
        {
            var text = new StringWriter();
            var writer = TextWriter.Synchronized(text);
            Threads.Run(
                () => { lock (writer) { writer.Write("a"); writer.Write("b"); } },
                () => writer.Write("c"));
            text.ToString().ShouldBeOneOf("abc", "cab");
        });
        yield return Case("a synchronized reader", () =>
        {
            var text = TextReader.Synchronized(new StringReader("1\n2\n"));
            string? one = null, other = null;
            Threads.Run(() => one = text.ReadLine(), () => other = text.ReadLine());
            (one + other).ShouldBeOneOf("12", "21");
        });
        yield return Case("a synchronized stream", () =>
        {
            var stream = new MemoryStream();
            var writer = Stream.Synchronized(stream);
            Threads.Run(() => writer.WriteByte(1), () => writer.WriteByte(2));
            stream.Length.ShouldBe(2);
        });
        yield return Case("the console", () =>
            Threads.Run(2, _ =>
            {
                Console.Out.Write("");
                TextWriter.Null.Write("a");
            }));
    }

    [TestCaseSource(nameof(Wrong))]
    public void Two_threads_that_use_one_race(Action program)
    {
        var verdict = Explorer.Explore(program);

        verdict.Failure!.Kind.ShouldBe(FailureKind.DataRace);
    }

    [TestCaseSource(nameof(Right))]
    public void Two_threads_that_take_turns_do_not(Action program)
    {
        var verdict = Explorer.Explore(program);

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [Test]
    public void A_synchronized_writer_promises_no_order()
    {
        var verdict = Explorer.Explore(() =>
        {
            var text = new StringWriter();
            var writer = TextWriter.Synchronized(text);
            Threads.Run(() => writer.Write("a"), () => writer.Write("b"));
            text.ToString().ShouldBe("ab");
        });

        verdict.Failure!.Kind.ShouldBe(FailureKind.Assertion);
    }

    [Test]
    public void Under_a_lock_the_order_of_two_writes_is_open()
    {
        var verdict = Explorer.Explore(() =>
        {
            var text = new StringWriter();
            Threads.Run(
                () => { lock (text) text.Write("a"); },
                () => { lock (text) text.Write("b"); });
            text.ToString().ShouldBe("ab");
        });

        verdict.Failure!.Kind.ShouldBe(FailureKind.Assertion);
    }

    [Test]
    public void A_call_of_a_synchronized_writer_waits_for_who_locks_it()
    {
        var verdict = Explorer.Explore(() =>
        {
            var writer = TextWriter.Synchronized(new StringWriter());
            var gate = new object();
            Threads.Run(
                () => { lock (writer) lock (gate) writer.Write("a"); },
                () => { lock (gate) writer.Write("b"); });
        });

        verdict.Failure!.Kind.ShouldBe(FailureKind.Deadlock);
        verdict.Failure.Waits.Where(w => w.Operation > 0).Select(w => w.For)
            .ShouldBe(["gate", "writer"], ignoreOrder: true);
    }

    private static TestCaseData Case(string name, Action program) =>
        new TestCaseData(program).SetArgDisplayNames(name);
}
