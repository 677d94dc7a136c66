package sqlite

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/FerretDB/FerretDB/internal/backends/sqlite/metadata"
	"github.com/FerretDB/FerretDB/internal/types"
)

// Every document that the handler is given it decodes and holds against the filter, so this need
// only leave out what cannot match. SQLite does that with the indexes of the collection: they are on
// the same expressions.

var (
	plainName = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*$`)
	plainText = regexp.MustCompile(`^[A-Za-z0-9_:/.-]+$`) // the same in every spelling of JSON
)

// narrow returns a WHERE clause that lets through whatever the filter lets through, and its
// arguments; an empty one where it knows of nothing to leave out.
func narrow(filter *types.Document) (string, []any) {
	terms, args := termsOf(filter)
	if len(terms) == 0 {
		return "", nil
	}
	return " WHERE " + strings.Join(terms, " AND "), args
}

func termsOf(filter *types.Document) (terms []string, args []any) {
	for _, name := range filter.Keys() {
		condition, _ := filter.Get(name)
		if parts, ok := condition.(*types.Array); ok && name == "$and" {
			for i := range parts.Len() {
				part, _ := parts.Get(i)
				if part, ok := part.(*types.Document); ok {
					more, moreArgs := termsOf(part)
					terms, args = append(terms, more...), append(args, moreArgs...)
				}
			}
			continue
		}
		values := valuesOf(condition)
		if len(values) == 0 || !plainName.MatchString(name) {
			continue
		}
		field := metadata.IDColumn
		if name != "_id" {
			field = fmt.Sprintf("%s->%q", metadata.DefaultColumn, name)
		}
		in := field + " IN (?" + strings.Repeat(", ?", len(values)-1) + ")"
		// A list matches by what is in it; '\' follows '[', with which it begins.
		terms = append(terms, fmt.Sprintf(`(%s OR (%s >= '[' AND %s < '\'))`, in, field, field))
		args = append(args, values...)
	}
	return terms, args
}

// valuesOf returns the JSON of the texts of which a field must have one; none if it may be another.
func valuesOf(condition any) []any {
	switch condition := condition.(type) {
	case string:
		if plainText.MatchString(condition) {
			return []any{`"` + condition + `"`}
		}
	case types.ObjectID:
		return []any{fmt.Sprintf(`"%x"`, condition[:])}
	case *types.Document:
		if equal, err := condition.Get("$eq"); err == nil {
			return oneOf(equal)
		}
		if list, err := condition.Get("$in"); err == nil {
			return oneOfThose(list)
		}
	}
	return nil
}

func oneOf(value any) []any {
	if _, ok := value.(*types.Document); ok {
		return nil
	}
	return valuesOf(value)
}

func oneOfThose(list any) (values []any) {
	array, ok := list.(*types.Array)
	if !ok || array.Len() > 500 {
		return nil
	}
	for i := range array.Len() {
		value, _ := array.Get(i)
		one := oneOf(value)
		if len(one) == 0 {
			return nil
		}
		values = append(values, one...)
	}
	return values
}
