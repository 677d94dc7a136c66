package main

import (
	"encoding/binary"

	"github.com/FerretDB/wire"
	"github.com/FerretDB/wire/wirebson"
)

// FerretDB v1 looks a document up by its id only where the filter is {_id: …} and nothing else; for
// any other it reads the whole collection. Payload asks for {$and: [{_id: {$eq: …}}]}, which means
// the same, so it is put that way.

const (
	headLength = 16
	opMsg      = 2013
)

// Where each command has its filter; those of several are in a list.
var filters = map[string]string{"find": "filter", "count": "query", "findAndModify": "query"}
var lists = map[string]string{"update": "updates", "delete": "deletes"}

// byId returns the message with plain filters; the message itself where there is nothing to change.
func byId(message []byte) []byte {
	if binary.LittleEndian.Uint32(message[12:]) != opMsg {
		return message
	}
	var msg wire.OpMsg
	if msg.UnmarshalBinaryNocopy(message[headLength:]) != nil {
		return message
	}
	raw, err := msg.RawDocument()
	if err != nil {
		return message
	}
	command, err := raw.DecodeDeep()
	if err != nil || !simplifyCommand(command) {
		return message
	}
	changed, err := wire.NewOpMsg(command)
	if err != nil {
		return message
	}
	body, err := changed.MarshalBinary()
	if err != nil {
		return message
	}
	head := append([]byte{}, message[:headLength]...)
	binary.LittleEndian.PutUint32(head, uint32(headLength+len(body)))
	return append(head, body...)
}

func simplifyCommand(command *wirebson.Document) bool {
	if name, ok := filters[command.Command()]; ok {
		return simplifyFilter(command, name)
	}
	list, _ := command.Get(lists[command.Command()]).(*wirebson.Array)
	if list == nil {
		return false
	}
	changed := false
	for i := range list.Len() {
		if each, ok := list.Get(i).(*wirebson.Document); ok && simplifyFilter(each, "q") {
			changed = true
		}
	}
	return changed
}

func simplifyFilter(holder *wirebson.Document, name string) bool {
	filter, _ := holder.Get(name).(*wirebson.Document)
	id := idAlone(filter)
	if id == nil {
		return false
	}
	return holder.Replace(name, wirebson.MustDocument("_id", id)) == nil
}

// idAlone returns the id that a filter asks for, if it asks for nothing else.
func idAlone(filter *wirebson.Document) any {
	if filter == nil || filter.Len() != 1 {
		return nil
	}
	switch name, value := filter.GetByIndex(0); name {
	case "$and":
		if parts, ok := value.(*wirebson.Array); ok && parts.Len() == 1 {
			part, _ := parts.Get(0).(*wirebson.Document)
			return idAlone(part)
		}
	case "_id":
		return oneValue(value)
	}
	return nil
}

func oneValue(condition any) any {
	switch condition := condition.(type) {
	case string, wirebson.ObjectID:
		return condition
	case *wirebson.Document:
		if condition.Len() != 1 {
			return nil
		}
		switch operator, operand := condition.GetByIndex(0); operator {
		case "$eq":
			return oneValue(operand)
		case "$in":
			if values, ok := operand.(*wirebson.Array); ok && values.Len() == 1 {
				return oneValue(values.Get(0))
			}
		}
	}
	return nil
}
