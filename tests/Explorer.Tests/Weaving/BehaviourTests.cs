using NUnit.Framework;
using Shouldly;
using OptimizationLevel = Microsoft.CodeAnalysis.OptimizationLevel;

namespace Interleavings.Tests.Weaving;

/// <summary>With no execution running, woven code does what it did.</summary>
[TestFixture(OptimizationLevel.Debug)]
[TestFixture(OptimizationLevel.Release)]
sealed class BehaviourTests(OptimizationLevel level)
{
    void ShouldStillReturn(object expected, string body, string more = "")
    {
        var snippet = Snippet.Weave(
            $$"""
            public static class Program { public static object Run() { {{body}} } {{more}} }
            """, level);

        Snippet.Run(snippet.Plain).ShouldBe(expected, "as compiled");
        Snippet.Run(snippet.Woven).ShouldBe(expected, "as woven");
    }

    [Test]
    public void Generic_classes_and_methods()
    {
        ShouldStillReturn("7 x 5 System.Int64", """
            var box = new Box<int> { Value = 3 };
            box.Value += 4;
            var pairs = new Pair<string, int>[1];
            pairs[0] = new("x", 5);
            return $"{box.Value} {pairs[0].First} {pairs[0].Second} {Kind<long>(new long[1])}";
            """, """
            class Box<T> { public T Value; static T last; public T Last => last; }
            struct Pair<A, B>(A a, B b) { public A First = a; public B Second = b; }
            static Type Kind<T>(T[] from) { ref var at = ref from[0]; at = default; return at.GetType(); }
            """);
    }

    [Test]
    public void Structs_by_value_and_by_reference()
    {
        ShouldStillReturn("1 5 6 9", """
            var holder = new Holder();
            var copy = holder.At;
            holder.At.X = 5;
            copy.X++;
            ref var at = ref holder.At;
            at.Move(1);
            Point[] many = [new Point { X = 8 }];
            many[0].Move(1);
            return $"{copy.X} {holder.Before} {at.X} {many[0].X}";
            """, """
            struct Point { public int X; public void Move(int by) { Last = X; X += by; } public static int Last; }
            class Holder { public Point At; public int Before => Point.Last == 8 ? 5 : Point.Last; }
            """);
    }

    [Test]
    public void Ref_structs_and_spans()
    {
        ShouldStillReturn("6 9 3", """
            Span<int> numbers = stackalloc int[] { 1, 2, 3 };
            var window = new Window(numbers);
            var sum = window.Sum();
            numbers[0] = 4;
            return $"{sum} {window.Sum()} {window.Length}";
            """, """
            ref struct Window(Span<int> over)
            {
                Span<int> over = over;
                public int Length => over.Length;
                public int Sum() { var sum = 0; foreach (ref var n in over) sum += n; return sum; }
            }
            """);
    }

    [Test]
    public void Records_and_pattern_matching()
    {
        ShouldStillReturn("Circle { Radius = 2 } 4 square 3 True", """
            Shape[] shapes = [new Circle(2), new Square(3)];
            var circle = (Circle)shapes[0] with { };
            return $"{circle} {Area(circle)} {Name(shapes[1])} {circle == shapes[0]}";
            """, """
            record Shape; record Circle(int Radius) : Shape; record Square(int Side) : Shape;
            static int Area(Shape s) => s switch { Circle { Radius: > 1 and var r } => r * r, _ => 0 };
            static string Name(Shape s) => s is Square(var side) ? $"square {side}" : "other";
            """);
    }

    [Test]
    public void Iterators_and_closures()
    {
        ShouldStillReturn("0 1 4 9 | 3 6", """
            var total = 0;
            Func<int, int> add = n => total += n;
            add(3);
            var text = string.Join(" ", Squares(4));
            return $"{text} | {total} {add(3)}";
            """, """
            static IEnumerable<int> Squares(int to)
            {
                try { for (var i = 0; i < to; i++) yield return i * i; } finally { Done++; }
            }
            static int Done;
            """);
    }

    [Test]
    public void Exception_filters_and_nested_handlers()
    {
        ShouldStillReturn("inner finally filtered:2 outer", """
            var log = new StringBuilder();
            try
            {
                try
                {
                    try { throw new InvalidOperationException("2"); }
                    catch (ArgumentException) { log.Append("wrong "); }
                    finally { log.Append("inner finally "); }
                }
                catch (Exception e) when (e.Message == "1") { log.Append("wrong"); }
                catch (Exception e) when (Matches(e)) { log.Append("filtered:" + e.Message); throw; }
            }
            catch (InvalidOperationException) { log.Append(" outer"); }
            catch { log.Append("wrong"); }
            return log.ToString();
            """, "static bool Matches(Exception e) => e.Message == \"2\";");
    }

    [Test]
    public void Switches_gotos_and_loops()
    {
        ShouldStillReturn("abcab!55", """
            var text = "";
            var i = 0;
            again:
            switch (i++)
            {
                case 0: text += "a"; goto again;
                case 1: text += "b"; goto again;
                case 2: text += "c"; goto again;
                case 3: text += "a"; goto case 5;
                case 5: text += "b"; break;
                default: return "never";
            }
            text += text.Length switch { 5 => "!", _ => "?" };
            var sum = 0;
            do { sum += i; if (sum > 1000) break; } while (++i <= 10);
            for (var k = 0; k < 3; k++) { if (k == 1) continue; for (;;) { sum++; if (sum % 5 == 0) break; } }
            return text + (sum + 0 == sum ? 55 : 0);
            """);
    }

    [Test]
    public void Checked_arithmetic_and_null_dereferences_still_throw()
    {
        ShouldStillReturn("OverflowException NullReferenceException IndexOutOfRangeException ArrayTypeMismatchException",
            """
            Holder none = null; var holder = new Holder { Value = int.MaxValue };
            object[] strings = new string[1];
            return string.Join(" ", new Action[]
            {
                () => { checked { holder.Value++; } }, () => none.Value = 1,
                () => holder.Slots[3] = 1, () => strings[0] = new object(),
            }.Select(Thrown));
            """, """
            class Holder { public int Value; public int[] Slots = new int[2]; }
            static string Thrown(Action act)
            {
                try { act(); return "nothing"; } catch (Exception e) { return e.GetType().Name; }
            }
            """);
    }

    [Test]
    public void Arrays_of_every_element_type()
    {
        ShouldStillReturn("True 200 -3 65000 7 4000000000 -9 1.5 2.5 c Friday s 12", """
            var b = new bool[1]; var u1 = new byte[1]; var i1 = new sbyte[1]; var u2 = new ushort[1];
            var i4 = new int[1]; var u4 = new uint[1]; var i8 = new long[1]; var r4 = new float[1];
            var r8 = new double[1]; var c = new char[1]; var e = new DayOfWeek[1];
            var s = new string[1]; var n = new nint[2L];
            b[0] = true; u1[0] = 200; i1[0] = -3; u2[0] = 65000; i4[0] = 7; u4[0] = 4000000000;
            i8[0] = -9; r4[0] = 1.5f; r8[0] = 2.5; c[0] = 'c'; e[0] = DayOfWeek.Friday; s[0] = "s";
            long at = 1; n[at] = 12;
            FormattableString all = $"{b[0]} {u1[0]} {i1[0]} {u2[0]} {i4[0]} {u4[0]} {i8[0]} {r4[0]} {r8[0]} {c[0]} {e[0]} {s[0]} {n[at]}";
            return FormattableString.Invariant(all);
            """);
    }

    [Test]
    public void Grids_and_jagged_arrays()
    {
        ShouldStillReturn("1 5 x 9", """
            var grid = new int[2, 3]; var names = new string[2, 2, 2]; int[][] jagged = [[1], [2, 3]];
            grid[1, 2] = 4; grid[1, 2]++; names[1, 1, 1] = "x"; jagged[1][1] *= 3;
            ref var at = ref grid[0, 0]; at = 1;
            return $"{grid[0, 0]} {grid[1, 2]} {names[1, 1, 1]} {jagged[1][1]}";
            """);
    }

    [Test]
    public void Static_constructors_run_once_and_lazily()
    {
        ShouldStillReturn("first:1 Int32=2 String=3 first:1", """
            var first = First.Value + ":" + Count.Next;
            return $"{first} {Of<int>.Name}={Of<int>.Order} {Of<string>.Name}={Of<string>.Order} {First.Value}:1";
            """, """
            static class Count { public static int Next = 1; }
            static class First { public static readonly string Value; static First() { Value = "first"; } }
            static class Of<T>
            {
                public static readonly string Name = typeof(T).Name;
                public static int Order = ++Count.Next;
            }
            """);
    }

    [Test]
    public void Interface_default_and_static_abstract_methods()
    {
        ShouldStillReturn("hello Bo 3", "return $\"{((IGreeter)new Bo()).Greet()} {Make<Bo>()}\";", """
            interface IGreeter { string Name { get; } string Greet() => "hello " + Name; static abstract int Size { get; } }
            class Bo : IGreeter { public string Name => "Bo"; public static int Size => 3; }
            static int Make<T>() where T : IGreeter => T.Size;
            """);
    }

    [Test]
    public void Pointers_and_function_pointers()
    {
        ShouldStillReturn("3 8", "return Unsafe();", """
            unsafe struct Node { public int Value; public Node* Next; public delegate*<int, int> Twice; }
            static int Double(int n) => n * 2;
            static unsafe string Unsafe()
            {
                var last = new Node { Value = 3 };
                var node = new Node { Next = &last, Twice = &Double };
                var holder = new Held { Node = &node };
                return $"{holder.Node->Next->Value} {node.Twice(4)}";
            }
            unsafe class Held { public Node* Node; }
            """);
    }

    [Test]
    public void Long_branches_over_much_code()
    {
        var many = string.Concat(Enumerable.Range(0, 200).Select(i => $"total += {i} + slots[{i % 4}];\n"));
        ShouldStillReturn(19900 * 2, $$"""
            var slots = new int[4]; var round = 0; total = 0;
            while (round < 2) { if (round >= 0) { {{many}} } else { total = -1; } round++; }
            return total;
            """, "static int total;");
    }

    [Test]
    public void Ref_locals_chosen_by_a_condition()
    {
        ShouldStillReturn("1 12", """
            var holder = new Holder { A = 1, B = 2 };
            ref var chosen = ref (holder.A > 5 ? ref holder.A : ref holder.B);
            chosen += 10;
            return $"{holder.A} {holder.B}";
            """, "class Holder { public int A, B; }");
    }

    [Test]
    public void Events_and_compound_assignments()
    {
        ShouldStillReturn("2 a?b", """
            var bell = new Bell(); var rings = 0;
            bell.Rang += () => rings++; bell.Rang += () => rings++; bell.Ring();
            string text = null; text ??= "a"; text += "?"; var holder = new Bell();
            holder.Name ??= "b"; return $"{rings} {text}{holder.Name}";
            """, """
            class Bell { public event Action Rang; public string Name; public void Ring() => Rang?.Invoke(); }
            """);
    }

    [Test]
    public void Weaving_twice_gives_the_same_bytes()
    {
        const string source = "class C { int a; static int b = 1; void M() { a++; b++; while (a < 3) a++; } }";

        Snippet.Weave(source, level).Woven.Dll.ShouldBe(Snippet.Weave(source, level).Woven.Dll);
    }
}
