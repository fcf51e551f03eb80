using System.Runtime.InteropServices;

public static unsafe class Pointers
{
    public static string Through_one()
    {
        var n = 5;
        var p = &n;
        *p += 2;
        p[0] *= 3;
        return Say(n, *p, sizeof(int));
    }

    public static string Fixed_array()
    {
        int[] numbers = [1, 2, 3];
        fixed (int* p = numbers)
        {
            for (var i = 0; i < 3; i++)
                *(p + i) *= 10;
        }
        return Say(numbers);
    }

    public static string Fixed_string()
    {
        fixed (char* p = "abc")
            return new string(p, 1, 2) + *p;
    }

    public static string Fixed_field()
    {
        var pair = new Pair { B = 4 };
        fixed (int* b = &pair.B)
            (*b)++;
        return Say(pair.A, pair.B);
    }

    public static string Struct_members()
    {
        Point point = new() { X = 1, Y = 2 };
        var p = &point;
        p->X = 7;
        (*p).Y += p->X;
        return Say(point.X, point.Y, (long)((byte*)&p->Y - (byte*)p));
    }

    public static string Pointer_to_pointer()
    {
        int a = 1, b = 2;
        var p = &a;
        var pp = &p;
        **pp = 9;
        *pp = &b;
        **pp = 8;
        return Say(a, b);
    }

    public static string Array_of_pointers()
    {
        int a = 1, b = 2;
        int*[] all = [&a, &b];
        *all[1] += *all[0];
        var first = all[0];
        all[0] = all[1];
        all[1] = first;
        return Say(a, b, *all[0]);
    }

    public static string Fixed_buffer()
    {
        Buffer buffer = default;
        for (var i = 0; i < 4; i++)
            buffer.Bytes[i] = (byte)(i * i);
        return Say(buffer.Bytes[2], buffer.Bytes[3], sizeof(Buffer));
    }

    public static string Fixed_buffer_in_a_class()
    {
        var holder = new Holder();
        fixed (byte* p = holder.Inside.Bytes)
            p[1] = 77;
        return Say(holder.Inside.Bytes[1]);
    }

    public static string Arithmetic()
    {
        var p = stackalloc int[4] { 1, 2, 3, 4 };
        var end = p + 4;
        var sum = 0;
        for (var q = p; q < end; q++)
            sum += *q;
        return Say(sum, end - p, p[1]);
    }

    public static string Casts()
    {
        var f = 1.5f;
        return Say(*(int*)&f, (int)(nint)(void*)0, *(uint*)&f >> 20);
    }

    public static string Of_generic_type()
    {
        return Say(SizeOf<long>(), SizeOf<Point>(), Second<short>([3, 4]));
        static int SizeOf<T>() where T : unmanaged => sizeof(T);
        static T Second<T>(T[] from) where T : unmanaged { fixed (T* p = from) return p[1]; }
    }

    public static string Native_memory()
    {
        var memory = (int*)NativeMemory.AllocZeroed(4, sizeof(int));
        try
        {
            memory[2] = 6;
            return Say(memory[0], memory[2]);
        }
        finally
        {
            NativeMemory.Free(memory);
        }
    }

    public static string Function_pointers()
    {
        delegate*<int, int> twice = &Twice;
        delegate*<ref int, void> bump = &Bump;
        var n = twice(4);
        bump(ref n);
        return Say(n, Apply(&Twice, 5));
        static int Apply(delegate*<int, int> f, int x) => f(f(x));
    }

    public static string Function_pointers_in_a_field()
    {
        Table.Entry = &Twice;
        delegate*<int, int>[] many = [&Twice, Table.Entry];
        return Say(Table.Entry(3), many[1](4), Table.Entry == many[0]);
    }

    public static string Unmanaged_callback()
    {
        delegate* unmanaged<int, int> f = &Native;
        return Say(f(20));
    }

    public static string Copy_of_a_block()
    {
        byte* from = stackalloc byte[4] { 1, 2, 3, 4 };
        byte* to = stackalloc byte[4];
        System.Runtime.CompilerServices.Unsafe.CopyBlock(to, from, 3);
        return Say(to[0], to[2], to[3]);
    }

    public static string By_reference()
    {
        int a = 1;
        var p = &a;
        Set(ref *p);
        Point at = default;
        Move(&at);
        return Say(a, at.Y);
        static void Set(ref int x) => x = 12;
        static void Move(Point* p) => p->Y = 3;
    }

    public static string Pointer_field()
    {
        int n = 3;
        var holder = new Raw { At = &n };
        *holder.At += 4;
        var copy = holder;
        copy.At = null;
        return Say(n, holder.At == &n, copy.At == null);
    }

    static int Twice(int x) => 2 * x;

    static void Bump(ref int x) => x++;

    [UnmanagedCallersOnly]
    static int Native(int x) => x + 1;

    class Pair { public int A; public int B; }

    class Holder { public Buffer Inside; }

    struct Point { public int X, Y; }

    struct Buffer { public fixed byte Bytes[8]; }

    struct Raw { public int* At; }

    static class Table { public static delegate*<int, int> Entry; }
}
