// hostile: a race in a generic struct's generic method, behind a static abstract member -> data race
public static class Kata
{
    interface IAdder<T> where T : IAdder<T>
    {
        static abstract void Add(ref int to);
    }

    struct Adder<TLeft, TRight> : IAdder<Adder<TLeft, TRight>> where TLeft : class, new()
    {
        public static void Add(ref int to) => Inner<TRight[]>.Add<TLeft>(ref to);

        static class Inner<T>
        {
            public static void Add<TMore>(ref int to) => to++;
        }
    }

    sealed class Cell<T>
    {
        public static int Count;
    }

    static void Add<T>() where T : IAdder<T> => T.Add(ref Cell<List<T?>>.Count);

    public static void Run()
    {
        var worker = new Thread(Add<Adder<object, (int, string)>>);
        worker.Start();
        Add<Adder<object, (int, string)>>();
        worker.Join();
    }
}
