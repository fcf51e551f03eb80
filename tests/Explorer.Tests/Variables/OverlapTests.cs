using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Variables;

/// <summary>
/// Accesses to memory conflict if they share a byte, whatever types they see it as.
/// </summary>
public unsafe class OverlapTests
{
    [StructLayout(LayoutKind.Explicit)]
    private sealed class Register
    {
        [FieldOffset(0)] internal uint All;
        [FieldOffset(0)] internal ushort Low;
        [FieldOffset(2)] internal ushort High;
        [FieldOffset(3)] internal byte Top;
    }

    [StructLayout(LayoutKind.Explicit)]
    private struct Word
    {
        [FieldOffset(0)] internal long All;
        [FieldOffset(0)] internal int Low;
        [FieldOffset(4)] internal int High;
    }

    private struct Packet
    {
        internal fixed byte Content[12];
        internal int Checksum;
    }

    private struct Frame
    {
        internal fixed long Content[100];
        internal int Checksum;
    }

    private sealed class Holder
    {
        internal Word Word;
        internal Packet Packet;
        internal Frame Frame;
    }

    private sealed class Neighbours
    {
        internal int First;
        internal int Second;
    }

    private static IEnumerable<TestCaseData> Overlapping() =>
    [
        Case("a byte of a field that is written as a whole", () =>
        {
            var register = new Register();
            byte seen = 0;
            Threads.Run(() => seen = register.Top, () => register.All = uint.MaxValue);
            ((int)seen).ShouldBe(0);
        }),
        Case("a reference to a part of such a field", () =>
        {
            var register = new Register();
            Threads.Run(() => Increment(ref register.High), () => register.All++);
        }),
        Case("half of a struct's word", () =>
        {
            var holder = new Holder();
            Threads.Run(() => holder.Word.High++, () => holder.Word.All++);
        }),
        Case("a copy of the struct", () =>
        {
            var holder = new Holder();
            long seen = 0;
            Threads.Run(
                () =>
                {
                    var copy = holder.Word;
                    seen = copy.All;
                },
                () => holder.Word.Low = 1);
            seen.ShouldBe(0);
        }),
        Case("an atomic increment of the whole and a read of a half", () =>
        {
            var holder = new Holder();
            var seen = 0;
            Threads.Run(
                () => seen = holder.Word.Low, () => Interlocked.Increment(ref holder.Word.All));
            seen.ShouldBe(0);
        }),
        Case("an element seen as bytes", () =>
        {
            var numbers = new long[1];
            Threads.Run(
                () => MemoryMarshal.AsBytes(numbers.AsSpan())[6]++, () => numbers[0]++);
        }),
        Case("bytes seen as an element", () =>
        {
            var bytes = new byte[8];
            Threads.Run(
                () => MemoryMarshal.Cast<byte, long>(bytes.AsSpan())[0]++, () => bytes[7]++);
        }),
        Case("a pointer of another type", () =>
        {
            var numbers = new int[1];
            Threads.Run(
                () => { fixed (int* p = numbers) ((byte*)p)[3]++; }, () => numbers[0]++);
        }),
        Case("a local seen as another type", () =>
        {
            var word = 0L;
            Threads.Run(
                () => Unsafe.Add(ref Unsafe.As<long, int>(ref word), 1)++, () => word++);
        }),
        Case("a number that starts at an odd byte", () =>
        {
            var bytes = new byte[8];
            Threads.Run(() => Unsafe.WriteUnaligned(ref bytes[1], 1), () => bytes[4]++);
        }),
        Case("the last byte of a number in a buffer", () =>
        {
            var bytes = new byte[8];
            var seen = 0;
            Threads.Run(
                () => seen = BinaryPrimitives.ReadInt32BigEndian(bytes), () => bytes[3] = 1);
            seen.ShouldBe(0);
        }),
        Case("the last element of a vector", () =>
        {
            var numbers = new int[8];
            Threads.Run(
                () => Vector128.Create(1).StoreUnsafe(ref numbers[0], 4), () => numbers[7]++);
        }),
        Case("a block of bytes", () =>
        {
            byte[] from = new byte[4], to = new byte[4];
            Threads.Run(
                () => Unsafe.CopyBlock(ref to[0], ref from[0], 4), () => to[3]++);
        }),
        Case("memory filled through a pointer", () =>
        {
            var numbers = new int[2];
            Threads.Run(
                () => { fixed (int* p = numbers) NativeMemory.Fill(p, 8, 1); }, () => numbers[1]++);
        }),
        Case("a fixed buffer in a struct that is replaced", () =>
        {
            var holder = new Holder();
            Threads.Run(() => holder.Packet.Content[11]++, () => holder.Packet = default);
        }),
        Case("a large fixed buffer in a struct that is copied", () =>
        {
            var holder = new Holder();
            long seen = 0;
            Threads.Run(
                () =>
                {
                    var copy = holder.Frame;
                    seen = copy.Content[99];
                },
                () => holder.Frame.Content[99] = 1);
            seen.ShouldBe(0);
        }),
    ];

    private static IEnumerable<TestCaseData> Disjoint() =>
    [
        Case("two halves of a field", () =>
        {
            var register = new Register();
            Threads.Run(() => register.Low = 1, () => register.High = 1);
            register.All.ShouldBe(0x10001u);
        }),
        Case("two bytes of an element", () =>
        {
            var numbers = new int[1];
            Threads.Run(2, i => MemoryMarshal.AsBytes(numbers.AsSpan())[i] = 1);
            numbers[0].ShouldBe(0x101);
        }),
        Case("two readers, one of a part", () =>
        {
            int[] numbers = [0x101];
            var seen = new int[2];
            Threads.Run(
                () => seen[0] = MemoryMarshal.AsBytes(numbers.AsSpan())[1],
                () => seen[1] = numbers[0]);
            seen.Sum().ShouldBe(0x102);
        }),
        Case("atomic increments of two halves", () =>
        {
            var word = 0L;
            Threads.Run(
                () => Interlocked.Increment(ref Unsafe.As<long, int>(ref word)),
                () => Interlocked.Increment(ref Unsafe.Add(ref Unsafe.As<long, int>(ref word), 1)));
            word.ShouldBe(0x100000001);
        }),
        Case("a half and the whole, under a lock", () =>
        {
            var word = 0L;
            var gate = new object();
            Threads.Run(
                () => { lock (gate) Unsafe.As<long, int>(ref word)++; },
                () => { lock (gate) word++; });
            word.ShouldBe(2);
        }),
        Case("the byte after a number in a buffer", () =>
        {
            var bytes = new byte[8];
            Threads.Run(
                () => BinaryPrimitives.WriteInt32LittleEndian(bytes, -1), () => bytes[4] = 1);
            ((int)bytes[4]).ShouldBe(1);
        }),
        Case("two vectors of one array", () =>
        {
            var numbers = new int[8];
            Threads.Run(2, i => Vector128.Create(i + 1).StoreUnsafe(ref numbers[0], (nuint)i * 4));
            numbers[3..5].ShouldBe([1, 2]);
        }),
        Case("two who copy from one block", () =>
        {
            byte[] from = [1, 2], one = new byte[2], other = new byte[2];
            Threads.Run(
                () => Unsafe.CopyBlock(ref one[0], ref from[0], 2),
                () => Unsafe.CopyBlock(ref other[0], ref from[0], 2));
            one.ShouldBe(other);
        }),
        Case("two items of a fixed buffer", () =>
        {
            var holder = new Holder();
            Threads.Run(2, i => holder.Packet.Content[i] = 1);
            ((int)holder.Packet.Content[1]).ShouldBe(1);
        }),
        Case("a large fixed buffer and the field after it", () =>
        {
            var holder = new Holder();
            Threads.Run(() => holder.Frame.Content[99] = 1, () => holder.Frame.Checksum = 1);
            holder.Frame.Checksum.ShouldBe(1);
        }),
        Case("memory of the thread's own stack", () =>
        {
            var sum = 0;
            Threads.Run(
                () =>
                {
                    var own = stackalloc int[2];
                    NativeMemory.Fill(own, 8, 1);
                    sum = own[0];
                },
                () => { });
            sum.ShouldBe(0x1010101);
        }),
    ];

    private static IEnumerable<TestCaseData> Unknown() =>
    [
        Named("an access beyond the end of a variable", () =>
        {
            var neighbours = new Neighbours();
            Threads.Run(
                () => Unsafe.As<int, long>(ref neighbours.First) = 1, () => neighbours.Second = 1);
        }),
        Named("System.String..ctor", () =>
        {
            char[] letters = ['a', '\0'];
            var seen = "";
            Threads.Run(
                () => { fixed (char* p = letters) seen = new(p); }, () => letters[0] = 'b');
            seen.ShouldBe("a");
        }),
    ];

    [TestCaseSource(nameof(Overlapping))]
    public void What_shares_a_byte_is_a_race(Action program)
    {
        var verdict = Explorer.Explore(program);

        verdict.Outcome.ShouldBe(Outcome.Broken, verdict.ToString());
    }

    [TestCaseSource(nameof(Disjoint))]
    public void What_shares_none_is_proved(Action program)
    {
        var verdict = Explorer.Explore(program);

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [TestCaseSource(nameof(Unknown))]
    public void An_access_of_unknown_extent_is_unsupported(string member, Action program)
    {
        var verdict = Explorer.Explore(program);

        verdict.Refusal!.Member.ShouldBe(member, verdict.ToString());
    }

    [Test]
    public void A_loop_that_waits_for_one_half_goes_on_when_that_half_is_written()
    {
        var verdict = Explorer.Explore(() =>
        {
            var word = 0L;
            int data = 0, seen = 0;
            Threads.Run(
                () =>
                {
                    while (Volatile.Read(ref Unsafe.As<long, int>(ref word)) == 0) Thread.Yield();
                    seen = data;
                },
                () =>
                {
                    data = 1;
                    Volatile.Write(ref Unsafe.As<long, int>(ref word), 1);
                });
            seen.ShouldBe(1);
        });

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    private static void Increment(ref ushort number) => number++;

    private static TestCaseData Named(string member, Action program) =>
        new TestCaseData(member, program).SetArgDisplayNames(member);

    private static TestCaseData Case(string name, Action program) =>
        new TestCaseData(program).SetArgDisplayNames(name);
}
